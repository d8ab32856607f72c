import { sql } from 'kysely';
import type { InquiryState, InquiryTopic } from '../../domain/inquiries.ts';
import { query, type Transaction } from '../../platform/db/database.ts';

/** Where a page of the inbox goes on: after this row, in the order of the list. */
export interface InboxPlace {
  readonly at: Temporal.Instant;
  readonly id: number;
}

export interface InboxFilter {
  readonly state: InquiryState | 'all';
  /** A clerk's account, or those that are nobody's. */
  readonly assignee?: number | 'nobody' | undefined;
  readonly topic?: InquiryTopic | undefined;
  readonly overdueAt?: Temporal.Instant | undefined;
  readonly search?: string | undefined;
}

const listed = query
  .selectFrom('inquiry as i')
  .leftJoin('customer as c', 'c.id', 'i.customer_id')
  .leftJoin('person as p', 'p.id', 'i.person_id')
  .leftJoin('staff_account as s', 's.id', 'i.assignee_id')
  .select([
    'i.id',
    'i.number',
    'i.topic',
    'i.subject',
    'i.state',
    'i.due_at as dueAt',
    'i.last_at as lastAt',
    'i.customer_id as customerId',
    'c.number as customerNumber',
    'c.name as customerName',
    'i.name as visitorName',
    'p.name as personName',
    'i.assignee_id as assigneeId',
    's.name as assigneeName',
  ]);

/** What waits comes first that was promised first; of everything else the last touched. One row more if there is one. */
export async function listInbox(
  tx: Transaction,
  filter: InboxFilter,
  after: InboxPlace | undefined,
  limit: number,
) {
  const waits = filter.state === 'open';
  const key = sql.ref(waits ? 'i.due_at' : 'i.last_at');
  const direction = waits ? 'asc' : 'desc';
  let rows = listed
    .orderBy(key, direction)
    .orderBy('i.id', direction)
    .limit(limit + 1);
  if (filter.state !== 'all') rows = rows.where('i.state', '=', filter.state);
  if (filter.assignee === 'nobody') rows = rows.where('i.assignee_id', 'is', null);
  else if (filter.assignee !== undefined) rows = rows.where('i.assignee_id', '=', filter.assignee);
  if (filter.topic) rows = rows.where('i.topic', '=', filter.topic);
  if (filter.overdueAt) rows = rows.where('i.due_at', '<', filter.overdueAt);
  if (filter.search) rows = rows.where(fits(filter.search));
  if (after) {
    const comparison = waits ? sql`>` : sql`<`;
    rows = rows.where(
      sql<boolean>`(${key}, i.id) ${comparison} (${after.at}::timestamptz, ${after.id}::bigint)`,
    );
  }
  const found = await tx.all(rows);
  return { rows: found.slice(0, limit), hasMore: found.length > limit };
}

export type InboxRow = Awaited<ReturnType<typeof listInbox>>['rows'][number];

/** Numbers as a whole, words anywhere in subject, name or e-mail. */
function fits(search: string) {
  const anywhere = `%${search.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const whole = search.toUpperCase().replaceAll(/\s/g, '');
  return sql<boolean>`(i.number = ${whole} or c.number = ${whole} or lower(i.subject) like ${anywhere}
    or lower(coalesce(i.name, p.name)) like ${anywhere} or lower(coalesce(i.email, p.email)) like ${anywhere}
    or lower(c.name) like ${anywhere})`;
}

/** How many wait, are late, and are nobody's. */
export async function countInbox(tx: Transaction, now: Temporal.Instant) {
  const [row] = await tx.sql<{ open: number; overdue: number; unassigned: number }>(
    `select count(*)::int as open, count(*) filter (where due_at < $1)::int as overdue,
       count(*) filter (where assignee_id is null)::int as unassigned
     from inquiry where state = 'open'`,
    [now],
  );
  return row ?? { open: 0, overdue: 0, unassigned: 0 };
}

/** Everything that the desk knows about a question. */
export async function findForDesk(tx: Transaction, number: string) {
  const inquiry = await tx.first(
    listed
      .leftJoin('service_order as o', 'o.id', 'i.order_id')
      .select([
        'i.version',
        'i.phone',
        'i.claimed_number as claimedNumber',
        'i.email as visitorEmail',
        'p.email as personEmail',
        'i.language',
        'i.created_at as createdAt',
        'o.number as orderNumber',
      ])
      .where('i.number', '=', number),
  );
  if (!inquiry) return undefined;
  const messages = await tx.all(
    query
      .selectFrom('inquiry_message as m')
      .leftJoin('person as p', 'p.id', 'm.person_id')
      .leftJoin('staff_account as s', 's.id', 'm.staff_id')
      .select(['m.id', 'm.at', 'm.kind', 'm.author', 'm.body', 'p.name as personName', 's.name as staffName'])
      .where('m.inquiry_id', '=', inquiry.id)
      .orderBy('m.id'),
  );
  return { inquiry, messages };
}

export type DeskInquiry = NonNullable<Awaited<ReturnType<typeof findForDesk>>>;

/** A question with what its verbs ask, locked until the transaction ends. */
export async function lockForDesk(tx: Transaction, number: string) {
  return tx.first(
    query
      .selectFrom('inquiry as i')
      .leftJoin('customer as c', 'c.id', 'i.customer_id')
      .select([
        'i.id',
        'i.number',
        'i.state',
        'i.version',
        'i.due_at as dueAt',
        'i.assignee_id as assigneeId',
        'i.customer_id as customerId',
        'c.number as customerNumber',
        'c.name as customerName',
      ])
      .where('i.number', '=', number)
      .forUpdate('i'),
  );
}

export type LockedInquiry = NonNullable<Awaited<ReturnType<typeof lockForDesk>>>;

/** Writes changes down; every one of them makes another version. */
export async function changeInquiry(
  tx: Transaction,
  id: number,
  change: {
    state?: InquiryState;
    dueAt?: Temporal.Instant | null;
    assigneeId?: number | null;
    lastAt?: Temporal.Instant;
  },
): Promise<void> {
  await tx.all(
    query
      .updateTable('inquiry')
      .set((eb) => ({
        version: eb('version', '+', 1),
        ...(change.state ? { state: change.state } : {}),
        ...(change.dueAt !== undefined ? { due_at: change.dueAt } : {}),
        ...(change.assigneeId !== undefined ? { assignee_id: change.assigneeId } : {}),
        ...(change.lastAt ? { last_at: change.lastAt } : {}),
      }))
      .where('id', '=', id),
  );
}

export async function addDeskMessage(
  tx: Transaction,
  message: {
    inquiryId: number;
    at: Temporal.Instant;
    kind: 'answer' | 'note' | 'event';
    staffId: number | undefined;
    author: string;
    body: string;
  },
): Promise<number> {
  const row = await tx.first(
    query
      .insertInto('inquiry_message')
      .values({
        inquiry_id: message.inquiryId,
        at: message.at,
        kind: message.kind,
        staff_id: message.staffId ?? null,
        author: message.author,
        body: message.body,
      })
      .returning('id'),
  );
  if (!row) throw new Error('insert returned no message');
  return row.id;
}

/** The clerks to whom a question can be given. */
export async function careStaff(tx: Transaction): Promise<{ id: number; name: string }[]> {
  return tx.all(
    query
      .selectFrom('staff_account')
      .select(['id', 'name'])
      .where('is_active', '=', true)
      .where(sql<boolean>`roles && array['care', 'admin']`)
      .orderBy('name')
      .orderBy('id'),
  );
}
