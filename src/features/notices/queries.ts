import type { Database, Transaction } from '../../platform/db/database.ts';
import { query } from '../../platform/db/database.ts';
import type { NoticeKind } from '../../platform/db/json.ts';

export type { NoticeKind };

/** Tells one person of the firm something about an order; the letter follows by itself. */
export async function addNotice(
  tx: Transaction,
  notice: {
    customerId: number;
    personId: number;
    kind: Exclude<NoticeKind, 'reminder'>;
    orderId: number;
    at: Temporal.Instant;
  },
): Promise<void> {
  await tx.all(
    query.insertInto('notice').values({
      customer_id: notice.customerId,
      person_id: notice.personId,
      kind: notice.kind,
      order_id: notice.orderId,
      created_at: notice.at,
    }),
  );
}

const ofPerson = (personId: number) =>
  query
    .selectFrom('notice as n')
    .leftJoin('service_order as o', 'o.id', 'n.order_id')
    .leftJoin('service as s', 's.code', 'o.service_code')
    .leftJoin('order_event as e', 'e.id', 'n.event_id')
    .leftJoin('courier_event as c', 'c.id', 'n.courier_event_id')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select([
      'n.id',
      'n.kind',
      'n.deadline',
      'n.created_at as createdAt',
      'n.read_at as readAt',
      'o.number',
      's.name as serviceName',
      'o.service_date as date',
      'o.window_starts as starts',
      'o.window_ends as ends',
      'o.reference',
      'e.person_id as doneBy',
      'p.name as doneByName',
      // who rides, or who took it, and when
      'c.name as stepName',
      'c.at as stepAt',
    ])
    .where('n.person_id', '=', personId);

/** The person's notices, the newest first, and one more than the limit if there are more. */
export async function listNotices(
  tx: Transaction,
  personId: number,
  before: number | undefined,
  limit: number,
) {
  let rows = ofPerson(personId)
    .orderBy('n.id', 'desc')
    .limit(limit + 1);
  if (before) rows = rows.where('n.id', '<', before);
  const found = await tx.all(rows);
  return { rows: found.slice(0, limit), hasMore: found.length > limit };
}

export type StoredNotice = Awaited<ReturnType<typeof listNotices>>['rows'][number];

export async function noticesOf(tx: Transaction, personId: number, ids: readonly number[]) {
  return tx.all(ofPerson(personId).where('n.id', 'in', ids).orderBy('n.id'));
}

/** Marks one notice of the person as read, or all; answers how many were new. */
export async function markAsRead(
  tx: Transaction,
  personId: number,
  which: { readonly id?: number | undefined },
  at: Temporal.Instant,
): Promise<number> {
  let rows = query
    .updateTable('notice')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .returning('id');
  if (which.id) rows = rows.where('id', '=', which.id);
  return (await tx.all(rows)).length;
}

export async function recipientOf(tx: Transaction, personId: number) {
  return tx.first(
    query
      .selectFrom('person as p')
      .innerJoin('membership as m', 'm.person_id', 'p.id')
      .select(['p.name', 'p.email', 'p.language', 'm.is_main_contact as isMainContact'])
      .where('p.id', '=', personId)
      .where('m.is_active', '=', true),
  );
}

interface Queued extends Record<string, unknown> {
  readonly id: number;
  readonly customer_id: number;
  readonly person_id: number;
}

export function takeToQueue(tx: Transaction, at: Temporal.Instant, most: number): Promise<Queued[]> {
  return tx.sql<Queued>('select * from notices_to_queue($1, $2)', [at, most]);
}

export async function writeReminders(db: Pick<Database, 'sql'>, at: Temporal.Instant, hoursAhead: number) {
  await db.sql('select remind_of_deadlines($1, make_interval(hours => $2))', [at, hoursAhead]);
}

export async function forgetNotices(db: Pick<Database, 'sql'>, before: Temporal.Instant): Promise<void> {
  await db.sql('select sweep_notices($1)', [before]);
}
