import type { Selectable } from 'kysely';
import type { Exception, OnHoliday } from '../../domain/recurrence/index.ts';
import { type Database, query, type Transaction } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';
import type { StoredPause, StoredPlan, StoredVersion } from './plan.ts';

type PlanRow = Selectable<Tables['standing_pickup']>;

/** What a plan shall say from a date on. */
export interface NewVersion {
  readonly validFrom: Temporal.PlainDate;
  readonly weekdays: readonly number[];
  readonly starts: Temporal.PlainTime;
  readonly ends: Temporal.PlainTime;
  readonly onHoliday: OnHoliday;
  readonly addressId: number;
  readonly costCentreId: number | undefined;
  readonly reference: string;
  readonly driverHint: string;
  readonly expectedLetters: number | undefined;
  readonly expectedBoxes: number | undefined;
}

/** Enters a plan without a version; its number is `RA-000042`, counts may have gaps. */
export async function insertPlan(
  tx: Transaction,
  plan: {
    customerId: number;
    submissionKey: string;
    until: Temporal.PlainDate | undefined;
    at: Temporal.Instant;
    personId: number | undefined;
  },
): Promise<{ id: number; number: string }> {
  const [row] = await tx.sql<{ id: number; number: string }>(
    `with next as materialized (select nextval('standing_pickup_number')::text as count)
     insert into standing_pickup (customer_id, number, submission_key, last_date, created_at, created_by)
     select $1::bigint, 'RA-' || lpad(count, greatest(6, length(count)), '0'), $2, $3::date, $4::timestamptz,
       $5::bigint
     from next returning id, number`,
    [plan.customerId, plan.submissionKey, plan.until ?? null, plan.at, plan.personId ?? null],
  );
  if (!row) throw new Error('insert returned no plan');
  return row;
}

/** Makes this the last version of the plan: those that were to begin on its day or later are gone. */
export async function writeVersionFrom(
  tx: Transaction,
  plan: { id: number; customerId: number },
  version: NewVersion,
): Promise<void> {
  await tx.all(
    query
      .deleteFrom('standing_pickup_version')
      .where('plan_id', '=', plan.id)
      .where('valid_from', '>=', version.validFrom),
  );
  await tx.all(
    query.insertInto('standing_pickup_version').values({
      plan_id: plan.id,
      customer_id: plan.customerId,
      valid_from: version.validFrom,
      weekdays: [...version.weekdays],
      starts: version.starts,
      ends: version.ends,
      on_holiday: version.onHoliday,
      address_id: version.addressId,
      cost_centre_id: version.costCentreId ?? null,
      reference: version.reference,
      driver_hint: version.driverHint,
      expected_letters: version.expectedLetters ?? null,
      expected_boxes: version.expectedBoxes ?? null,
    }),
  );
}

/** The plan behind a number; another firm's is not found. With `lock` nobody else changes it meanwhile. */
export async function findPlan(
  tx: Transaction,
  by: { readonly number: string } | { readonly id: number } | { readonly submissionKey: string },
  lock = false,
): Promise<StoredPlan | undefined> {
  let plans = query.selectFrom('standing_pickup').selectAll();
  if ('number' in by) plans = plans.where('number', '=', by.number);
  else if ('id' in by) plans = plans.where('id', '=', by.id);
  else plans = plans.where('submission_key', '=', by.submissionKey);
  const row = await tx.first(lock ? plans.forUpdate() : plans);
  return row && (await whole(tx, [row]))[0];
}

/** The plans of the firm, the newest first. */
export async function listPlans(tx: Transaction, limit: number): Promise<StoredPlan[]> {
  const rows = await tx.all(
    query.selectFrom('standing_pickup').selectAll().orderBy('id', 'desc').limit(limit),
  );
  return whole(tx, rows);
}

export async function countRunningPlans(tx: Transaction, today: Temporal.PlainDate): Promise<number> {
  const row = await tx.first(
    query
      .selectFrom('standing_pickup')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where((eb) => eb.or([eb('last_date', 'is', null), eb('last_date', '>=', today)])),
  );
  return row?.count ?? 0;
}

/** Puts versions, pauses and exceptions to these plans, in one statement each. */
async function whole(tx: Transaction, rows: readonly PlanRow[]): Promise<StoredPlan[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const versions = await tx.all(
    query
      .selectFrom('standing_pickup_version as v')
      .innerJoin('address as a', 'a.id', 'v.address_id')
      .leftJoin('cost_centre as c', (join) =>
        join.onRef('c.id', '=', 'v.cost_centre_id').on('c.closed_at', 'is', null),
      )
      .selectAll('v')
      .select([
        'a.label',
        'a.recipient',
        'a.street',
        'a.postcode',
        'a.city',
        'a.contact_name',
        'a.contact_phone',
        'a.archived_at',
        'a.is_pickup',
        'c.code',
        'c.name',
      ])
      .where('v.plan_id', 'in', ids)
      .orderBy('v.valid_from'),
  );
  const pauses = await tx.all(
    query.selectFrom('standing_pickup_pause').selectAll().where('plan_id', 'in', ids).orderBy('first_date'),
  );
  const exceptions = await tx.all(
    query.selectFrom('standing_pickup_exception').selectAll().where('plan_id', 'in', ids).orderBy('date'),
  );
  const of = <Row extends { plan_id: number }>(list: readonly Row[], id: number) =>
    list.filter((one) => one.plan_id === id);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    revision: row.revision,
    createdBy: row.created_by ?? undefined,
    until: row.last_date ?? undefined,
    versions: of(versions, row.id).map(toVersion),
    pauses: of(pauses, row.id).map(toPause),
    exceptions: of(exceptions, row.id).map(toException),
  }));
}

function toVersion(
  row: Selectable<Tables['standing_pickup_version']> &
    Pick<
      Selectable<Tables['address']>,
      | 'label'
      | 'recipient'
      | 'street'
      | 'postcode'
      | 'city'
      | 'contact_name'
      | 'contact_phone'
      | 'archived_at'
      | 'is_pickup'
    > & { code: string | null; name: string | null },
): StoredVersion {
  return {
    id: row.id,
    from: row.valid_from,
    weekdays: row.weekdays,
    window: { starts: row.starts, ends: row.ends },
    onHoliday: row.on_holiday,
    addressId: row.address_id,
    addressLabel: row.label,
    address: {
      recipient: row.recipient,
      street: row.street,
      postcode: row.postcode,
      city: row.city,
      contactName: row.contact_name,
      contactPhone: row.contact_phone,
    },
    isAddressGone: row.archived_at !== null || !row.is_pickup,
    costCentreId: row.code === null ? undefined : (row.cost_centre_id ?? undefined),
    costCentreLabel: row.code === null ? '' : `${row.code} ${row.name}`,
    reference: row.reference,
    driverHint: row.driver_hint,
    expectedLetters: row.expected_letters ?? undefined,
    expectedBoxes: row.expected_boxes ?? undefined,
  };
}

const toPause = (row: Selectable<Tables['standing_pickup_pause']>): StoredPause => ({
  id: row.id,
  from: row.first_date,
  until: row.last_date,
  reason: row.reason,
});

function toException(row: Selectable<Tables['standing_pickup_exception']>): Exception {
  const { date, kind, to_date: to, starts, ends } = row;
  if (kind === 'skip' || !to || !starts || !ends) return { kind: 'skip', date };
  return { kind, date, to, window: { starts, ends } };
}

/** Counts a change and sets the end of the plan. */
export async function writePlan(
  tx: Transaction,
  plan: { id: number; until: Temporal.PlainDate | undefined },
): Promise<void> {
  await tx.all(
    query
      .updateTable('standing_pickup')
      .set((eb) => ({ revision: eb('revision', '+', 1), last_date: plan.until ?? null }))
      .where('id', '=', plan.id),
  );
}

/** Says what is different about one date, in place of whatever was said of it before; undefined: nothing. */
export async function writeException(
  tx: Transaction,
  plan: { id: number; customerId: number },
  date: Temporal.PlainDate,
  exception: Exception | undefined,
): Promise<void> {
  await tx.all(
    query.deleteFrom('standing_pickup_exception').where('plan_id', '=', plan.id).where('date', '=', date),
  );
  if (!exception) return;
  const put = exception.kind === 'skip' ? undefined : exception;
  await tx.all(
    query.insertInto('standing_pickup_exception').values({
      plan_id: plan.id,
      customer_id: plan.customerId,
      date,
      kind: exception.kind,
      to_date: put?.to ?? null,
      starts: put?.window.starts ?? null,
      ends: put?.window.ends ?? null,
    }),
  );
}

export async function insertPause(
  tx: Transaction,
  plan: { id: number; customerId: number },
  pause: Omit<StoredPause, 'id'>,
): Promise<void> {
  await tx.all(
    query.insertInto('standing_pickup_pause').values({
      plan_id: plan.id,
      customer_id: plan.customerId,
      first_date: pause.from,
      last_date: pause.until,
      reason: pause.reason,
    }),
  );
}

export async function deletePause(tx: Transaction, planId: number, id: number): Promise<void> {
  await tx.all(query.deleteFrom('standing_pickup_pause').where('plan_id', '=', planId).where('id', '=', id));
}

/** A date that became an order, or was to, with the order as it is now. */
export async function madeOccurrences(tx: Transaction, planId: number, from: Temporal.PlainDate) {
  return tx.all(
    query
      .selectFrom('pickup_occurrence as m')
      .leftJoin('service_order as o', 'o.id', 'm.order_id')
      .select([
        'm.original_date as original',
        'm.state',
        'm.reason',
        'm.version_id as versionId',
        'm.made_date as madeDate',
        'm.made_starts as madeStarts',
        'm.attempt',
        'm.order_id as orderId',
        'o.number',
        'o.status',
        'o.pool',
        'o.service_date as serviceDate',
        'o.window_starts as windowStarts',
        'o.window_ends as windowEnds',
        'o.change_until as changeUntil',
        'o.cancel_until as cancelUntil',
        'o.cancelled_at as cancelledAt',
      ])
      .where('m.plan_id', '=', planId)
      .where((eb) =>
        eb.or([
          eb('m.original_date', '>=', from),
          eb('m.made_date', '>=', from),
          eb('o.service_date', '>=', from),
        ]),
      )
      .orderBy('m.original_date'),
  );
}

export type MadeOccurrence = Awaited<ReturnType<typeof madeOccurrences>>[number];

/** Writes what became of a date, in place of what it was before. */
export async function writeOccurrence(
  tx: Transaction,
  row: {
    planId: number;
    customerId: number;
    original: Temporal.PlainDate;
    state: 'booked' | 'blocked' | 'dropped';
    reason: MadeOccurrence['reason'];
    versionId: number;
    madeDate: Temporal.PlainDate;
    madeStarts: Temporal.PlainTime;
    attempt: number;
    orderId: number | null;
  },
): Promise<void> {
  const values = {
    state: row.state,
    reason: row.reason,
    version_id: row.versionId,
    made_date: row.madeDate,
    made_starts: row.madeStarts,
    attempt: row.attempt,
    order_id: row.orderId,
  };
  await tx.all(
    query
      .insertInto('pickup_occurrence')
      .values({
        plan_id: row.planId,
        customer_id: row.customerId,
        original_date: row.original,
        ...values,
      })
      .onConflict((conflict) => conflict.columns(['plan_id', 'original_date']).doUpdateSet(values)),
  );
}

/** The plans of every firm that may still come; asked without a firm, by the job. */
export async function runningPlans(db: Pick<Database, 'sql'>, today: Temporal.PlainDate) {
  return db.sql<{ customer_id: number; plan_id: number }>(
    'select customer_id, plan_id from running_standing_pickups($1::date)',
    [today],
  );
}

/** The firm of this transaction, as its context names it. */
export async function ownCustomer(tx: Transaction) {
  return tx.first(query.selectFrom('customer').select(['id', 'number', 'name']));
}
