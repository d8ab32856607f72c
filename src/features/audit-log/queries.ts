import { query, type Transaction } from '../../platform/db/database.ts';

/** What is looked for; instants bound the time, texts the beginning of a column. */
export interface AuditFilter {
  readonly personIds?: readonly number[] | undefined;
  readonly staffIds?: readonly number[] | undefined;
  /** Part of the name under which staff acted. */
  readonly actorName?: string | undefined;
  readonly customerId?: number | undefined;
  readonly action?: string | undefined;
  readonly object?: string | undefined;
  readonly from?: Temporal.Instant | undefined;
  readonly before?: Temporal.Instant | undefined;
}

const entries = query
  .selectFrom('audit_entry as a')
  .leftJoin('person as p', 'p.id', 'a.person_id')
  .leftJoin('customer as c', 'c.id', 'a.customer_id')
  .select([
    'a.id',
    'a.at',
    'a.actor_kind as actorKind',
    'a.staff_id as staffId',
    'a.actor_name as actorName',
    'p.name as personName',
    'p.email as personEmail',
    'c.number as customerNumber',
    'c.name as customerName',
    'a.action',
    'a.object',
    'a.before',
    'a.after',
    'a.request_id as requestId',
    'a.seal_id as sealId',
  ]);

export type AuditRow = Awaited<ReturnType<typeof listAudit>>[number];

/** A `%` that somebody types is a `%`. */
const literal = (typed: string) => typed.replaceAll(/[\\%_]/g, '\\$&');

/** Entries that fit, the newest first (`newer`: the nearest above the cursor, oldest first). */
export function listAudit(
  tx: Transaction,
  filter: AuditFilter,
  cursor: { readonly older?: number | undefined; readonly newer?: number | undefined },
  limit: number,
) {
  let chosen = entries;
  const { personIds, staffIds, actorName } = filter;
  if (actorName !== undefined) {
    chosen = chosen.where((eb) =>
      eb.or([
        eb('a.actor_name', 'ilike', `%${literal(actorName)}%`),
        ...(personIds?.length ? [eb('a.person_id', 'in', personIds)] : []),
        ...(staffIds?.length ? [eb('a.staff_id', 'in', staffIds)] : []),
      ]),
    );
  }
  if (filter.customerId !== undefined) chosen = chosen.where('a.customer_id', '=', filter.customerId);
  if (filter.action !== undefined) chosen = chosen.where('a.action', 'like', `${literal(filter.action)}%`);
  if (filter.object !== undefined) chosen = chosen.where('a.object', 'like', `${literal(filter.object)}%`);
  if (filter.from !== undefined) chosen = chosen.where('a.at', '>=', filter.from);
  if (filter.before !== undefined) chosen = chosen.where('a.at', '<', filter.before);
  if (cursor.older !== undefined) chosen = chosen.where('a.id', '<', cursor.older);
  if (cursor.newer !== undefined) chosen = chosen.where('a.id', '>', cursor.newer);
  const direction = cursor.newer !== undefined ? 'asc' : 'desc';
  return tx.all(chosen.orderBy('a.id', direction).limit(limit));
}

export function findAudit(tx: Transaction, id: number) {
  return tx.first(entries.where('a.id', '=', id));
}

/** More people than this share no name that anybody would search by. */
const MOST_PEOPLE = 500;

/** People and staff whose e-mail or name this is, or is a part of. */
export async function whoIs(tx: Transaction, typed: string) {
  const like = `%${literal(typed)}%`;
  const people = await tx.all(
    query
      .selectFrom('person')
      .select('id')
      .where((eb) => eb.or([eb('email', 'ilike', like), eb('name', 'ilike', like)]))
      .limit(MOST_PEOPLE),
  );
  const staff = await tx.all(
    query
      .selectFrom('staff_account')
      .select('id')
      .where((eb) => eb.or([eb('email', 'ilike', like), eb('name', 'ilike', like)]))
      .limit(MOST_PEOPLE),
  );
  return { personIds: people.map(({ id }) => id), staffIds: staff.map(({ id }) => id) };
}

export async function customerIdOf(tx: Transaction, number: string): Promise<number | undefined> {
  const row = await tx.first(query.selectFrom('customer').select('id').where('number', '=', number));
  return row?.id;
}
