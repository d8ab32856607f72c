import { sql } from 'kysely';
import type { InquiryState, InquiryTopic } from '../../../domain/inquiries.ts';
import { query, type Transaction } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';

export interface NewInquiry {
  readonly key: string;
  readonly hash: Buffer;
  /** Of the day on which it is asked, on the carrier's calendar. */
  readonly year: number;
  readonly personId: number | undefined;
  readonly topic: InquiryTopic;
  readonly subject: string;
  readonly message: string;
  /** Of visitors; undefined where the person says it. */
  readonly visitor:
    | { readonly name: string; readonly email: string; readonly customerNumber: string }
    | undefined;
  readonly phone: string;
  readonly language: Language;
  readonly orderId: number | undefined;
  readonly dueAt: Temporal.Instant;
  readonly at: Temporal.Instant;
}

/** Takes a question down; undefined when the key came with other words before. */
export async function receiveInquiry(
  tx: Transaction,
  asked: NewInquiry,
): Promise<{ number: string; isNew: boolean } | undefined> {
  const [row] = await tx.sql<{ number: string; is_new: boolean }>(
    'select * from receive_inquiry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)',
    [
      asked.key,
      asked.hash,
      asked.year,
      asked.personId ?? null,
      asked.topic,
      asked.subject,
      asked.message,
      asked.visitor?.name ?? null,
      asked.visitor?.email ?? null,
      asked.visitor?.customerNumber ?? '',
      asked.phone,
      asked.language,
      asked.orderId ?? null,
      asked.dueAt,
      asked.at,
    ],
  );
  return row && { number: row.number, isNew: row.is_new };
}

/** The id of an order of the firm. */
export async function orderIdOf(tx: Transaction, number: string): Promise<number | undefined> {
  const row = await tx.first(query.selectFrom('service_order').select('id').where('number', '=', number));
  return row?.id;
}

/** The firm's newest orders, to choose from. */
export async function recentOrders(tx: Transaction, limit: number) {
  return tx.all(
    query
      .selectFrom('service_order as o')
      .innerJoin('service as s', 's.code', 'o.service_code')
      .select(['o.number', 's.name as serviceName', 'o.service_date as serviceDate'])
      .orderBy('o.placed_at', 'desc')
      .orderBy('o.id', 'desc')
      .limit(limit),
  );
}

/** One order of the firm, in the same shape. */
export async function orderToName(tx: Transaction, number: string) {
  return tx.first(
    query
      .selectFrom('service_order as o')
      .innerJoin('service as s', 's.code', 'o.service_code')
      .select(['o.number', 's.name as serviceName', 'o.service_date as serviceDate'])
      .where('o.number', '=', number),
  );
}

/** Whose questions: an administrator reads those of the whole firm, everybody else their own. */
export type Reader = { readonly personId: number; readonly isAdmin: boolean };

const listed = query
  .selectFrom('inquiry as i')
  .leftJoin('person as p', 'p.id', 'i.person_id')
  .select([
    'i.id',
    'i.number',
    'i.topic',
    'i.subject',
    'i.state',
    'i.due_at as dueAt',
    'i.last_at as lastAt',
    'i.person_id as personId',
    'p.name as personName',
  ]);

/** The questions of the firm that this person may read, the last touched first. */
export async function listInquiries(
  tx: Transaction,
  reader: Reader,
  page: { before?: { readonly lastAt: Temporal.Instant; readonly id: number } | undefined; limit: number },
) {
  let rows = listed
    .orderBy('i.last_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(page.limit + 1);
  if (!reader.isAdmin) rows = rows.where('i.person_id', '=', reader.personId);
  if (page.before) {
    const { lastAt, id } = page.before;
    rows = rows.where(sql<boolean>`(i.last_at, i.id) < (${lastAt}::timestamptz, ${id}::bigint)`);
  }
  return tx.all(rows);
}

export type ListedInquiry = Awaited<ReturnType<typeof listInquiries>>[number];

/** One question with everything that was said to and by the customer; not what the desk keeps to itself. */
export async function findInquiry(tx: Transaction, reader: Reader, number: string) {
  let found = listed
    .leftJoin('service_order as o', 'o.id', 'i.order_id')
    .select(['i.phone', 'i.created_at as createdAt', 'i.version', 'o.number as orderNumber'])
    .where('i.number', '=', number);
  if (!reader.isAdmin) found = found.where('i.person_id', '=', reader.personId);
  const inquiry = await tx.first(found);
  if (!inquiry) return undefined;
  const messages = await tx.all(
    query
      .selectFrom('inquiry_message as m')
      .leftJoin('person as p', 'p.id', 'm.person_id')
      .select([
        'm.id',
        'm.at',
        'm.kind',
        'm.author',
        'm.body',
        'm.person_id as personId',
        'p.name as personName',
      ])
      .where('m.inquiry_id', '=', inquiry.id)
      .where('m.kind', '<>', 'note')
      .orderBy('m.id'),
  );
  return { inquiry, messages };
}

export type FoundInquiry = NonNullable<Awaited<ReturnType<typeof findInquiry>>>;

/** The same, locked until the transaction ends, without the messages. */
export async function lockInquiry(tx: Transaction, reader: Reader, number: string) {
  let found = query
    .selectFrom('inquiry')
    .select(['id', 'number', 'state', 'due_at as dueAt', 'version'])
    .where('number', '=', number)
    .forUpdate();
  if (!reader.isAdmin) found = found.where('person_id', '=', reader.personId);
  return tx.first(found);
}

/** Writes a message of the customer under the question, which the carrier then owes an answer to. */
export async function addReply(
  tx: Transaction,
  reply: {
    inquiryId: number;
    personId: number;
    message: string;
    dueAt: Temporal.Instant;
    at: Temporal.Instant;
  },
): Promise<void> {
  await tx.all(
    query.insertInto('inquiry_message').values({
      inquiry_id: reply.inquiryId,
      at: reply.at,
      kind: 'reply',
      person_id: reply.personId,
      body: reply.message,
    }),
  );
  await tx.all(
    query
      .updateTable('inquiry')
      .set((eb) => ({
        state: 'open' satisfies InquiryState,
        due_at: reply.dueAt,
        last_at: reply.at,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', reply.inquiryId),
  );
}

/** What the letters about a question need; read by the desk, because visitors belong to no firm. */
export async function inquiryForLetter(tx: Transaction, number: string, messageId?: number) {
  const inquiry = await tx.first(
    query
      .selectFrom('inquiry as i')
      .leftJoin('person as p', 'p.id', 'i.person_id')
      .select([
        'i.id',
        'i.number',
        'i.subject',
        'i.due_at as dueAt',
        'i.customer_id as customerId',
        'i.language as askedIn',
        'i.name as visitorName',
        'i.email as visitorEmail',
        'p.name as personName',
        'p.email as personEmail',
        'p.language as personLanguage',
      ])
      .where('i.number', '=', number),
  );
  if (!inquiry) return undefined;
  const message =
    messageId === undefined
      ? undefined
      : await tx.first(
          query
            .selectFrom('inquiry_message')
            .select(['author', 'body'])
            .where('id', '=', messageId)
            .where('inquiry_id', '=', inquiry.id),
        );
  return { ...inquiry, message };
}
