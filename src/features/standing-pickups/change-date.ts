import { z } from 'zod';
import { deadlineFor, inTime, parseSlotKey } from '../../domain/calendar/index.ts';
import { type Occurrence, occurrences, pauseOn, versionOn } from '../../domain/recurrence/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, requireRight } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { calendarDate, parseInput } from '../../platform/input.ts';
import { chosenOffer } from '../catalogue/index.ts';
import { cancelRefusal, changeRefusal } from '../orders/index.ts';
import { type EditedPlan, type Editing, editPlan, invalid } from './edit-plan.ts';
import { catalogueOf, isOpenFor, SERVICE, type StoredVersion, standingService } from './plan.ts';
import { type MadeOccurrence, madeOccurrences, writeException, writeOccurrence } from './queries.ts';
import { refuseUnapproved } from './refuse-unapproved.ts';
import { Slot } from './schemas.ts';

type Input = { readonly number?: unknown; readonly key?: unknown; readonly [field: string]: unknown };

const OneDate = z.object({ date: calendarDate });
const NewDate = z.object({ slot: Slot });

/** More single dates than a plan can have in the year that can be planned. */
const MOST_EXCEPTIONS = 400;

/**
 * Leaves one date of a plan out: it is not carried out and not charged.
 * @param input `number`, `key`, and the `date` by which the plan knows it
 *
 * Refuses with `forbidden` without `orders.cancel`, `not-found`, `past-deadline`, `plan-ended`, `key-reused`.
 */
export async function skipDate(ctx: CustomerCtx, input: Input): Promise<EditedPlan> {
  requireRight(ctx, 'orders.cancel');
  const { number, key, ...rest } = input;
  const answers = parseInput(OneDate, rest);
  return editPlan(ctx, { number, key, verb: 'skip', answers }, async (editing) => {
    const { tx, plan, customerId } = editing;
    const { planned, made } = await dateOf(editing, answers.date);
    if (planned.fate !== 'due') return refuse({ code: 'not-found' });
    refuseWhenLate(ctx, editing, planned, made, 'cancel');
    await writeException(
      tx,
      { id: plan.id, customerId },
      planned.original,
      // an added date that is left out is one that was never added
      planned.isAdded ? undefined : { kind: 'skip', date: planned.original },
    );
    return {
      action: 'skip',
      occasion: 'skipped',
      about: planned.date,
      after: { date: `${planned.original}` },
    };
  });
}

/**
 * Takes a date up again that was left out, moved, or cancelled as an order.
 *
 * Refuses with `forbidden` without `orders.place`, `not-found`, `slot-not-offered` when it is too late for the date,
 * `plan-ended`, `key-reused`.
 */
export async function restoreDate(ctx: CustomerCtx, input: Input): Promise<EditedPlan> {
  requireRight(ctx, 'orders.place');
  const { number, key, ...rest } = input;
  const answers = parseInput(OneDate, rest);
  return editPlan(ctx, { number, key, verb: 'restore', answers }, async (editing) => {
    const { tx, plan, customerId, catalogue } = editing;
    const { planned, made } = await dateOf(editing, answers.date);
    const isCancelled = made?.status === 'cancelled';
    if (planned.fate === 'due' && !isCancelled && planned.movedBy !== 'customer')
      return refuse({ code: 'not-found' });
    const service = standingService(catalogue) ?? refuse({ code: 'slot-not-offered' });
    const deadline = deadlineFor(
      service.orderCutoff,
      planned.original,
      catalogue.calendar,
      catalogue.timeZone,
    );
    if (!inTime(deadline, ctx.now)) refuse({ code: 'slot-not-offered' });
    // its order moves back, if there is one
    if (made?.state === 'booked' && !isCancelled) refuseWhenLate(ctx, editing, planned, made, 'change');
    if (!planned.isAdded) await writeException(tx, { id: plan.id, customerId }, planned.original, undefined);
    // an order that was cancelled stays so; the date gets another one
    if (made && isCancelled) await letGo(tx, plan.id, customerId, made);
    return {
      action: 'restore',
      occasion: 'restored',
      about: planned.original,
      after: { date: `${planned.original}` },
    };
  });
}

/**
 * Moves one date of a plan to another day or window.
 * @param input `number`, `key`, the `date` by which the plan knows it, and the `slot` to move it to
 *
 * Refuses with `forbidden` without `orders.place`, `not-found`, `past-change-deadline`, `slot-not-offered`,
 * `slot-full`, `invalid` for a day on which the plan comes already or that lies in a pause, `plan-ended`, `key-reused`.
 */
export async function moveDate(ctx: CustomerCtx, input: Input): Promise<EditedPlan> {
  requireRight(ctx, 'orders.place');
  const { number, key, ...rest } = input;
  const answers = parseInput(OneDate.extend(NewDate.shape), rest);
  return editPlan(ctx, { number, key, verb: 'move', answers }, async (editing) => {
    const { tx, plan, customerId } = editing;
    const { planned, made } = await dateOf(editing, answers.date);
    if (planned.fate !== 'due') return refuse({ code: 'not-found' });
    if (made?.status && made.status !== 'placed') return refuse({ code: 'not-found' });
    refuseWhenLate(ctx, editing, planned, made, 'change');
    const to = freeSlot(ctx, editing, answers.slot, planned);
    await writeException(tx, { id: plan.id, customerId }, planned.original, {
      kind: planned.isAdded ? 'add' : 'move',
      date: planned.original,
      to: to.date,
      window: to.window,
    });
    return {
      action: 'move',
      occasion: 'moved',
      about: to.date,
      before: { date: `${planned.date}`, starts: `${planned.window.starts}` },
      after: { date: `${to.date}`, starts: `${to.window.starts}` },
    };
  });
}

/**
 * Adds one date to a plan.
 * @param input `number`, `key`, and the `slot`
 *
 * Refuses with `forbidden` without `orders.place`, `not-found`, `slot-not-offered`, `slot-full`, `invalid` for a day
 * on which the plan comes already or that lies in a pause, `limit-reached`, `plan-ended`, `key-reused`,
 * `approval-required` when the date would need approval.
 */
export async function addDate(ctx: CustomerCtx, input: Input): Promise<EditedPlan> {
  requireRight(ctx, 'orders.place');
  const { number, key, ...rest } = input;
  const answers = parseInput(NewDate, rest);
  return editPlan(ctx, { number, key, verb: 'add', answers }, async (editing) => {
    const { tx, plan, customerId } = editing;
    refuseUnapproved(ctx, editing.approval, editing.catalogue);
    if (plan.exceptions.length >= MOST_EXCEPTIONS) refuse({ code: 'limit-reached', limit: MOST_EXCEPTIONS });
    const { date, window } = freeSlot(ctx, editing, answers.slot, undefined);
    const [first] = plan.versions;
    if (first && Temporal.PlainDate.compare(date, first.from) < 0) refuse(invalid('slot', 'not-offered'));
    await writeException(tx, { id: plan.id, customerId }, date, { kind: 'add', date, to: date, window });
    return {
      action: 'add',
      occasion: 'added',
      about: date,
      after: { date: `${date}`, starts: `${window.starts}` },
    };
  });
}

/** The date of the plan by its original date, and what it became. Refuses with `not-found` for any other date. */
async function dateOf(
  { tx, plan, catalogue }: Editing,
  original: Temporal.PlainDate,
): Promise<{ planned: Occurrence<StoredVersion>; made: MadeOccurrence | undefined }> {
  const span = { from: original, until: original };
  const planned = occurrences(plan, isOpenFor(catalogue, plan), span).find((one) =>
    one.original.equals(original),
  );
  if (!planned) return refuse({ code: 'not-found' });
  const made = await madeOccurrences(tx, plan.id, original);
  return { planned, made: made.find((one) => one.original.equals(original)) };
}

/** An order has the deadline that it was promised; a date that is none yet that of the rule. */
function refuseWhenLate(
  ctx: CustomerCtx,
  { catalogue }: Editing,
  { date }: Occurrence,
  made: MadeOccurrence | undefined,
  what: 'cancel' | 'change',
): void {
  if (made?.state === 'booked' && made.status) {
    const order = {
      status: made.status,
      cancel_until: made.cancelUntil,
      change_until: made.changeUntil,
      cancelled_at: made.cancelledAt,
    };
    const refusal = what === 'cancel' ? cancelRefusal(order, ctx.now) : changeRefusal(order, ctx.now);
    if (refusal) refuse(refusal);
    return;
  }
  const service = standingService(catalogue) ?? refuse({ code: 'slot-not-offered' });
  const rule = what === 'cancel' ? service.cancelRule : service.changeRule;
  const deadline = deadlineFor(rule, date, catalogue.calendar, catalogue.timeZone);
  if (!deadline) refuse({ code: 'final-when-placed' });
  if (!inTime(deadline, ctx.now))
    refuse({ code: what === 'cancel' ? 'past-deadline' : 'past-change-deadline', deadline });
}

/** The window that a date shall have, if it is offered and the plan has nothing there yet. */
function freeSlot(
  ctx: CustomerCtx,
  { catalogue, plan }: Editing,
  slot: string,
  moving: Occurrence<StoredVersion> | undefined,
) {
  const wanted = parseSlotKey(slot) ?? refuse(invalid('slot', 'not-offered'));
  const { date } = wanted;
  const version = moving?.version ?? versionOn(plan, date) ?? plan.versions[0];
  const there = version ? catalogueOf(catalogue, version) : catalogue;
  const { window } = chosenOffer(there, [SERVICE], slot, ctx.now);
  if (pauseOn(plan, date) || (plan.until && Temporal.PlainDate.compare(date, plan.until) > 0))
    refuse(invalid('slot', 'not-offered'));
  const others = occurrences(plan, isOpenFor(catalogue, plan), { from: date, until: date }).filter(
    (one) => one.date.equals(date) && one.fate === 'due' && !(moving && one.original.equals(moving.original)),
  );
  // a date that was moved away keeps its name: nothing else can be added under it
  const isNamed = !moving && plan.exceptions.some((one) => one.date.equals(date));
  if (others.length > 0 || isNamed) refuse(invalid('slot', 'taken'));
  return { date, window };
}

/** Lets a date have another order in place of the one that was cancelled. */
function letGo(tx: Transaction, planId: number, customerId: number, made: MadeOccurrence): Promise<void> {
  return writeOccurrence(tx, {
    planId,
    customerId,
    original: made.original,
    state: 'dropped',
    reason: null,
    versionId: made.versionId,
    madeDate: made.madeDate,
    madeStarts: made.madeStarts,
    attempt: made.attempt,
    orderId: made.orderId,
  });
}
