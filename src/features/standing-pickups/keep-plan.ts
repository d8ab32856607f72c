import { deadlineFor, inTime, type OfferedWindow, slotKey, todayOf } from '../../domain/calendar/index.ts';
import { totals } from '../../domain/money.ts';
import { type Occurrence, occurrences } from '../../domain/recurrence/index.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type Catalogue, readCatalogue, type Service } from '../catalogue/index.ts';
import {
  auditedChange,
  cancelRefusal,
  changeRefusal,
  insertSubmission,
  isUnchanged,
  lockOrderToChange,
  movedTo,
  type OrderState,
  presentState,
  priced,
  promised,
  releasePlace,
  takePlaces,
  writeCancellation,
  writeOrder,
  writeVersion,
} from '../orders/index.ts';
import { pickupProduct } from '../pickups/index.ts';
import { particularsOf } from './particulars.ts';
import {
  catalogueOf,
  isOpenFor,
  SERVICE,
  type StoredPlan,
  type StoredVersion,
  standingService,
} from './plan.ts';
import { type MadeOccurrence, madeOccurrences, writeOccurrence } from './queries.ts';

/** What keeping a plan came to, by the days on which the dates take place. */
export interface Kept {
  readonly placed: readonly Temporal.PlainDate[];
  readonly changed: readonly Temporal.PlainDate[];
  readonly cancelled: readonly Temporal.PlainDate[];
  /** Could not be made into an order, or not be changed: for the first time. */
  readonly blocked: readonly Temporal.PlainDate[];
  /** Had been blocked before, and are orders now. */
  readonly freed: readonly Temporal.PlainDate[];
}

type Planned = Occurrence<StoredVersion>;
type Reason = NonNullable<MadeOccurrence['reason']>;

/** Something to do about one date; places are taken and given back for all of them before anything is written. */
interface Step {
  readonly kind: 'place' | 'change' | 'cancel' | 'drop';
  readonly planned: Planned | undefined;
  readonly made: MadeOccurrence | undefined;
  /** Where the order is now and gives its place back. */
  readonly leaves: Place | undefined;
  readonly takes: (Place & { readonly capacity: number }) | undefined;
  /** Why it cannot be done. */
  blocked: Reason | undefined;
}

interface Place {
  readonly pool: string;
  readonly date: Temporal.PlainDate;
  readonly starts: Temporal.PlainTime;
  readonly ends: Temporal.PlainTime;
}

/**
 * Brings the orders of a plan in line with what it says: dates of the next weeks become orders, those that are no
 * longer wanted are cancelled, those that a new version concerns are changed. What the customer did to a single order
 * stays. It may run as often as it likes, and twice at once: the plan is locked, and each date has one row.
 *
 * A date whose window is full, or no longer kept in the zone of its address, or whose address is gone is written down as blocked and tried again
 * until its order deadline. Late dates are left as they are.
 * @param plan read under a lock in this transaction
 */
export async function keepPlan(tx: Transaction, ctx: CustomerCtx, plan: StoredPlan): Promise<Kept> {
  const catalogue = await readCatalogue(tx, { ...ctx, serviceCodes: [SERVICE] });
  const service = standingService(catalogue);
  if (!service) return { placed: [], changed: [], cancelled: [], blocked: [], freed: [] };
  const today = todayOf(ctx);
  const made = await madeOccurrences(tx, plan.id, today);
  const horizon = today.add({ days: service.standing.madeAheadDays });
  const steps = stepsFor(plan, made, { catalogue, service, today, horizon, now: ctx.now });
  await moveThroughPlaces(tx, steps);
  for (const step of steps) await carryOut(tx, ctx, plan, catalogue, step);
  return summary(steps);
}

function stepsFor(
  plan: StoredPlan,
  made: readonly MadeOccurrence[],
  given: {
    catalogue: Catalogue;
    service: Service;
    today: Temporal.PlainDate;
    horizon: Temporal.PlainDate;
    now: Temporal.Instant;
  },
): Step[] {
  const { catalogue, service, today, horizon, now } = given;
  const dates = made.flatMap((one) => [one.original, one.madeDate]);
  const planned = occurrences(plan, isOpenFor(catalogue, plan), {
    from: [today, ...dates].reduce(earlier),
    until: [horizon, ...dates].reduce(later),
  });
  const byOriginal = new Map(planned.map((one) => [`${one.original}`, one]));
  const madeOf = new Map(made.map((one) => [`${one.original}`, one]));
  const isOrderable = ({ date }: Planned) =>
    Temporal.PlainDate.compare(today, date) <= 0 &&
    Temporal.PlainDate.compare(date, horizon) <= 0 &&
    inTime(deadlineFor(service.orderCutoff, date, catalogue.calendar, catalogue.timeZone), now);
  return [...new Set([...byOriginal.keys(), ...madeOf.keys()])].sort().flatMap((key): Step[] => {
    const step = stepFor(byOriginal.get(key), madeOf.get(key), isOrderable, now);
    return step ? [withPlaces(step, catalogue)] : [];
  });
}

type Wish = Pick<Step, 'kind' | 'planned' | 'made'>;

function stepFor(
  planned: Planned | undefined,
  made: MadeOccurrence | undefined,
  isOrderable: (planned: Planned) => boolean,
  now: Temporal.Instant,
): Wish | undefined {
  const isWanted = planned?.fate === 'due';
  if (made?.state === 'booked') {
    // cancelled or carried out: what happened to the order itself stands
    if (made.status !== 'placed') return undefined;
    const order = {
      status: made.status,
      change_until: made.changeUntil,
      cancel_until: made.cancelUntil,
      cancelled_at: made.cancelledAt,
    };
    if (!isWanted) return cancelRefusal(order, now) ? undefined : { kind: 'cancel', planned, made };
    return isMadeFrom(made, planned) || changeRefusal(order, now)
      ? undefined
      : { kind: 'change', planned, made };
  }
  if (isWanted) return isOrderable(planned) ? { kind: 'place', planned, made } : undefined;
  return made?.state === 'blocked' ? { kind: 'drop', planned, made } : undefined;
}

const isMadeFrom = (made: MadeOccurrence, { version, date, window }: Planned) =>
  made.versionId === version.id && made.madeDate.equals(date) && made.madeStarts.equals(window.starts);

/** Which place the order leaves, and which one it needs: one in the zone of its address. */
function withPlaces(wish: Wish, catalogue: Catalogue): Step {
  const { kind, planned, made } = wish;
  const now = placeOf(made);
  const step = { ...wish, leaves: kind === 'cancel' ? now : undefined, takes: undefined, blocked: undefined };
  if (kind === 'cancel' || kind === 'drop' || !planned) return step;
  if (planned.version.isAddressGone) return { ...step, blocked: 'address-gone' };
  const service = catalogueOf(catalogue, planned.version).services.get(SERVICE);
  const window = service && windowOn(service, planned);
  if (!window) return { ...step, blocked: 'no-window' };
  const wanted = { pool: service.pool, date: planned.date, starts: window.starts, ends: window.ends };
  if (kind === 'change' && now && keyOf(now) === keyOf(wanted)) return step;
  return {
    ...step,
    leaves: kind === 'change' ? now : undefined,
    takes: { ...wanted, capacity: window.capacity },
  };
}

const windowOn = (service: Service, { date, window }: Planned) =>
  service.windows.find(({ weekday, starts }) => weekday === date.dayOfWeek && starts.equals(window.starts));

function placeOf(made: MadeOccurrence | undefined): Place | undefined {
  if (!made?.pool || !made.serviceDate || !made.windowStarts || !made.windowEnds) return undefined;
  return { pool: made.pool, date: made.serviceDate, starts: made.windowStarts, ends: made.windowEnds };
}

const keyOf = ({ pool, date, starts }: Place) => `${pool} ${slotKey(date, { starts })}`;

/**
 * Gives back and takes all places, in the one order of windows in which everybody goes through them, so that two
 * plans never wait for each other. Of a date that finds its new window full the old place is taken back: the row is
 * still locked, so nobody can have had it.
 */
async function moveThroughPlaces(tx: Transaction, steps: readonly Step[]): Promise<void> {
  const moves = steps.flatMap((step) => [
    ...(step.leaves ? [{ key: `${keyOf(step.leaves)} 0`, step, place: step.leaves, isTaken: false }] : []),
    ...(step.takes ? [{ key: `${keyOf(step.takes)} 1`, step, place: step.takes, isTaken: true }] : []),
  ]);
  const left = new Set<Step>();
  for (const { step, place } of moves.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (place === step.leaves) {
      if (step.blocked) continue;
      await releasePlace(tx, place);
      left.add(step);
    } else if (step.takes && !(await takePlaces(tx, { ...step.takes, places: 1 }))) {
      step.blocked = 'full';
      if (step.leaves && left.has(step)) await takePlaces(tx, { ...step.leaves, capacity: 1, places: 1 });
    }
  }
}

async function carryOut(
  tx: Transaction,
  ctx: CustomerCtx,
  plan: StoredPlan,
  catalogue: Catalogue,
  step: Step,
): Promise<void> {
  const { kind, planned, made } = step;
  if (kind === 'cancel' && made?.orderId && made.number && made.status) {
    await writeCancellation(tx, ctx, { id: made.orderId, number: made.number, status: made.status });
  }
  if ((kind === 'cancel' || kind === 'drop') && made) return record(tx, ctx, plan, made, 'dropped', null);
  if (!planned) return;
  if (kind === 'place') {
    const orderId = step.blocked ? null : await place(tx, ctx, plan, catalogue, planned, made);
    return writeOccurrence(tx, {
      ...about(ctx, plan, planned),
      state: orderId === null ? 'blocked' : 'booked',
      reason: step.blocked ?? null,
      attempt: (made?.attempt ?? 0) + (orderId === null && made ? 0 : 1),
      orderId,
    });
  }
  if (!made?.number) return;
  if (step.blocked) return record(tx, ctx, plan, made, 'booked', step.blocked);
  await change(tx, ctx, plan, catalogue, planned, made.number);
  await writeOccurrence(tx, {
    ...about(ctx, plan, planned),
    state: 'booked',
    reason: null,
    attempt: made.attempt,
    orderId: made.orderId,
  });
}

const about = (ctx: CustomerCtx, plan: StoredPlan, { original, date, window, version }: Planned) => ({
  planId: plan.id,
  customerId: ctx.customer.id,
  original,
  versionId: version.id,
  madeDate: date,
  madeStarts: window.starts,
});

function record(
  tx: Transaction,
  ctx: CustomerCtx,
  plan: StoredPlan,
  made: MadeOccurrence,
  state: 'booked' | 'dropped',
  reason: Reason | null,
): Promise<void> {
  return writeOccurrence(tx, {
    planId: plan.id,
    customerId: ctx.customer.id,
    original: made.original,
    versionId: made.versionId,
    madeDate: made.madeDate,
    madeStarts: made.madeStarts,
    attempt: made.attempt,
    orderId: made.orderId,
    state,
    reason,
  });
}

/** Makes the order of a date, whose place has been taken. */
async function place(
  tx: Transaction,
  ctx: CustomerCtx,
  plan: StoredPlan,
  catalogue: Catalogue,
  planned: Planned,
  made: MadeOccurrence | undefined,
): Promise<number> {
  const { version, date, window } = planned;
  const key = `${plan.number}-${planned.original}-${(made?.attempt ?? 0) + 1}`;
  await insertSubmission(tx, {
    customerId: ctx.customer.id,
    key,
    bodyHash: Buffer.from(key),
    at: ctx.now,
  });
  const lines = linesOf(catalogue);
  const offered: OfferedWindow = { ...window, capacity: 1, free: 1, key: slotKey(date, window) };
  const order = await writeOrder(
    tx,
    ctx,
    {
      booking: { slot: offered.key, reference: version.reference, driverHint: version.driverHint },
      date,
      window: offered,
      address: { id: version.addressId, ...version.address },
      costCentre: costCentreOf(version),
      particulars: particularsOf(plan, version),
    },
    {
      lines,
      ...totals(lines),
      ...promised(catalogueOf(catalogue, version), SERVICE, date, window),
    },
    { submissionKey: key, placedBy: plan.createdBy },
  );
  return order.id;
}

function linesOf(catalogue: Catalogue) {
  const product = pickupProduct(catalogue, SERVICE);
  if (!product) throw new Error(`The catalogue sells no ${SERVICE}`);
  return [priced({ product, quantity: 1 })];
}

function costCentreOf({ costCentreId, costCentreLabel }: StoredVersion) {
  if (costCentreId === undefined) return undefined;
  const [code = '', ...name] = costCentreLabel.split(' ');
  return { id: costCentreId, code, name: name.join(' ') };
}

/** Brings the order of a date in line with the version that holds now, as a change that the history shows. */
async function change(
  tx: Transaction,
  ctx: CustomerCtx,
  plan: StoredPlan,
  catalogue: Catalogue,
  { version, date, window }: Planned,
  number: string,
): Promise<void> {
  const found = await lockOrderToChange(tx, number);
  if (!found) return;
  const before = presentState(found.order, found.lines);
  const lines = linesOf(catalogue);
  const after: OrderState = {
    ...before,
    ...movedTo(before, catalogueOf(catalogue, version), SERVICE, {
      date,
      window,
      sameDate: date.equals(before.date),
      now: ctx.now,
    }),
    addressId: version.addressId,
    address: version.address,
    reference: version.reference,
    costCentreId: version.costCentreId,
    costCentreLabel: version.costCentreLabel,
    driverHint: version.driverHint,
    particulars: particularsOf(plan, version),
    lines,
    ...totals(lines),
  };
  if (isUnchanged(before, after)) return;
  await writeVersion(tx, found.order, after, { personId: personIdOf(ctx), at: ctx.now });
  await audit(tx, ctx, { action: 'order.change', object: number, ...auditedChange(before, after) });
}

function summary(steps: readonly Step[]): Kept {
  const days = (wanted: (step: Step) => boolean) =>
    steps
      .filter(wanted)
      .map(({ planned, made }) => planned?.date ?? made?.madeDate)
      .filter((date) => date !== undefined);
  const isDone = (kind: Step['kind']) => (step: Step) => step.kind === kind && !step.blocked;
  return {
    placed: days(isDone('place')),
    changed: days(isDone('change')),
    cancelled: days(isDone('cancel')),
    blocked: days(({ blocked, made }) => blocked !== undefined && !made?.reason),
    freed: days((step) => isDone(step.kind)(step) && Boolean(step.made?.reason) && step.kind !== 'drop'),
  };
}

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
