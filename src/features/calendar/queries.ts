import { sql } from 'kysely';
import { query, type Transaction } from '../../platform/db/database.ts';

/** From when to when, and the most that is wanted; `after` is the last one of the portion before. */
export interface BookedRange {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant | undefined;
  readonly limit: number;
  /** Only this order. */
  readonly number?: string;
  readonly after?: { readonly startsAt: Temporal.Instant; readonly id: number } | undefined;
}

/** Everything booked that touches the time from `from` up to `to`, cancelled too, by its beginning. */
export async function bookedBetween(tx: Transaction, { from, to, limit, after, number }: BookedRange) {
  let rows = query
    .selectFrom('service_order as o')
    .innerJoin('service as s', 's.code', 'o.service_code')
    .select([
      'o.id',
      'o.number',
      'o.version',
      'o.status',
      'o.approve_until as approveUntil',
      'o.service_code as serviceCode',
      's.name as serviceName',
      'o.service_date as date',
      'o.window_starts as starts',
      'o.window_ends as ends',
      'o.starts_at as startsAt',
      'o.ends_at as endsAt',
      'o.address',
      'o.reference',
    ])
    .select((eb) => [
      eb
        .selectFrom('order_event as e')
        .select(({ fn }) => fn.max('e.at').as('at'))
        .whereRef('e.order_id', '=', 'o.id')
        .as('changedAt'),
      eb
        .selectFrom('order_event as e')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('e.order_id', '=', 'o.id')
        .as('events'),
    ])
    .where('o.ends_at', '>', from)
    .orderBy('o.starts_at')
    .orderBy('o.id')
    .limit(limit);
  if (number) rows = rows.where('o.number', '=', number);
  if (to) rows = rows.where('o.starts_at', '<', to);
  if (after)
    rows = rows.where(sql<boolean>`(o.starts_at, o.id) > (${after.startsAt}::timestamptz, ${after.id})`);
  return tx.all(rows);
}

export type Booked = Awaited<ReturnType<typeof bookedBetween>>[number];
