import { z } from 'zod';
import { todayOf } from '../../domain/calendar/index.ts';
import { occurrences } from '../../domain/recurrence/index.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import type { Text } from '../../platform/i18n/index.ts';
import { apiRoute, closedObject, date, dateInput, noted, rowId, wallTime, writeTime } from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { bookingJson } from '../orders/index.ts';
import { addDate, moveDate, restoreDate, skipDate } from './change-date.ts';
import { changePlan } from './change-plan.ts';
import type { EditedPlan } from './edit-plan.ts';
import { type LoadedPlan, loadPlan } from './load-plan.ts';
import { endPlan, pausePlan, removePause } from './pause-plan.ts';
import { isOpenFor, type StoredPlan } from './plan.ts';
import { listPlans } from './queries.ts';
import { setUpPlan } from './set-up-plan.ts';

const PATH = '/api/v1/standing-pickups';

const weekdays = noted(z.array(z.int().min(1).max(7)).min(1).max(7), {
  de: '1 ist Montag, 7 Sonntag',
  en: '1 is Monday, 7 Sunday',
});
const onHoliday = noted(z.enum(['skip', 'next-business-day']), {
  de: 'Was an Feiertagen geschieht: ausfallen, oder am nächsten Arbeitstag',
  en: 'What happens on public holidays: fall out, or on the next business day',
});
const window = noted(wallTime, { de: 'Beginn des Zeitfensters', en: 'When the time window begins' });
const volume = { de: 'Hinweis für die Tour', en: 'A hint for the round' };

const terms = {
  weekdays,
  window,
  addressId: rowId,
  onHoliday,
  costCentreId: bookingJson.costCentreId,
  reference: bookingJson.reference,
  driverHint: bookingJson.driverHint,
  expectedLetters: noted(z.int().min(1).max(1_000_000).optional(), volume),
  expectedBoxes: noted(z.int().min(1).max(1000).optional(), volume),
};

const VersionJson = z.object({
  validFrom: date,
  weekdays: z.array(z.int()),
  starts: wallTime,
  ends: wallTime,
  onHoliday: z.enum(['skip', 'next-business-day']),
  addressId: rowId,
  reference: z.string(),
  driverHint: z.string(),
  expectedLetters: z.int().nullable(),
  expectedBoxes: z.int().nullable(),
});

const PlanJson = z
  .object({
    number: z.string(),
    revision: z.int(),
    lastDate: noted(date.nullable(), { de: 'null: bis auf Weiteres', en: 'null: until further notice' }),
    versions: z.array(VersionJson),
    pauses: z.array(z.object({ id: rowId, from: date, until: date, reason: z.string() })),
  })
  .meta({ id: 'StandingPickup' });

const DateJson = z.object({
  date: noted(date, { de: 'Der Name des Termins', en: 'What the date is called' }),
  takesPlaceOn: date,
  starts: wallTime,
  ends: wallTime,
  fate: z.enum(['due', 'skipped', 'paused', 'holiday', 'merged', 'ended']),
  order: noted(z.string().nullable(), {
    de: 'Auftragsnummer, sobald der Termin ein Auftrag ist',
    en: 'Order number once the date is an order',
  }),
  blocked: noted(z.enum(['full', 'no-window', 'address-gone']).nullable(), {
    de: 'Warum der Termin kein Auftrag werden konnte',
    en: 'Why the date could not become an order',
  }),
});

const OnePlanJson = PlanJson.extend({
  dates: noted(z.array(DateJson), { de: 'Die nächsten 60 Tage', en: 'The next 60 days' }),
}).meta({ id: 'StandingPickupWithDates' });

const params = z.object({
  number: noted(z.string(), { de: 'Nummer der Regelabholung', en: 'Number of the standing pickup' }),
});

const DAYS_AHEAD = 60;
const MOST_LISTED = 100;

export const standingPickupApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: PATH,
    access: 'signed-in',
    api: {
      summary: { de: 'Regelabholungen der Firma, neueste zuerst', en: 'Standing pickups, newest first' },
      output: z.object({ standingPickups: z.array(PlanJson) }),
    },
    async handle(request) {
      const plans = await transaction(customerCtx(request), (tx) => listPlans(tx, MOST_LISTED));
      return { standingPickups: plans.map(planJson) };
    },
  }),
  apiRoute({
    method: 'POST',
    path: PATH,
    access: 'orders.place',
    api: {
      summary: { de: 'Eine Regelabholung einrichten', en: 'Set up a standing pickup' },
      input: closedObject({ ...terms, validFrom: dateInput, validUntil: dateInput.optional() }),
      output: OnePlanJson,
      status: 201,
      idempotent: true,
      refusals: ['limit-reached', 'slot-not-offered', 'approval-required'],
    },
    async handle(request, { input, key }) {
      const ctx = customerCtx(request);
      const { validFrom, validUntil, ...rest } = input;
      const made = await setUpPlan(ctx, {
        ...rest,
        key,
        validFrom: `${validFrom}`,
        validUntil: validUntil && `${validUntil}`,
      });
      return wholeJson(ctx, await loadPlan(ctx, made.number));
    },
  }),
  apiRoute({
    method: 'GET',
    path: `${PATH}/:number`,
    access: 'signed-in',
    api: {
      summary: { de: 'Eine Regelabholung mit ihren Terminen', en: 'One standing pickup with its dates' },
      params,
      output: OnePlanJson,
    },
    async handle(request) {
      const ctx = customerCtx(request);
      return wholeJson(ctx, await loadPlan(ctx, request.params.number));
    },
  }),
  editRoute(
    'change',
    'orders.place',
    changePlan,
    closedObject({ ...terms, from: dateInput, revision: z.int().min(1) }),
    {
      de: 'Die Regelabholung von einem Tag an ändern',
      en: 'Change the standing pickup from a day on',
    },
  ),
  editRoute('skip', 'orders.cancel', skipDate, closedObject({ date: dateInput }), {
    de: 'Einen Termin aussetzen',
    en: 'Skip one date',
  }),
  editRoute('restore', 'orders.place', restoreDate, closedObject({ date: dateInput }), {
    de: 'Einen Termin wieder aufnehmen',
    en: 'Take one date up again',
  }),
  editRoute('move', 'orders.place', moveDate, closedObject({ date: dateInput, slot: bookingJson.slot }), {
    de: 'Einen Termin verschieben',
    en: 'Move one date',
  }),
  editRoute('add', 'orders.place', addDate, closedObject({ slot: bookingJson.slot }), {
    de: 'Einen Termin hinzufügen',
    en: 'Add one date',
  }),
  editRoute(
    'pause',
    'orders.cancel',
    pausePlan,
    closedObject({
      from: dateInput,
      until: dateInput,
      reason: noted(z.string().max(60).optional(), { de: 'Grund', en: 'Reason' }),
    }),
    { de: 'Eine Pause eintragen', en: 'Enter a pause' },
  ),
  editRoute('resume', 'orders.place', removePause, closedObject({ pause: rowId }), {
    de: 'Eine Pause streichen',
    en: 'Remove a pause',
  }),
  editRoute('end', 'orders.cancel', endPlan, closedObject({ lastDate: dateInput }), {
    de: 'Die Regelabholung beenden',
    en: 'End the standing pickup',
  }),
];

/** A route that does one thing to a plan and answers with the plan afterwards. */
function editRoute(
  action: string,
  access: 'orders.place' | 'orders.cancel',
  verb: (ctx: CustomerCtx, input: Record<string, unknown>) => Promise<EditedPlan>,
  input: z.ZodObject,
  summary: Text,
): Route {
  return apiRoute({
    method: 'POST',
    path: `${PATH}/:number/${action}`,
    access,
    api: {
      summary,
      params,
      input,
      output: OnePlanJson,
      idempotent: true,
      refusals: [
        'stale',
        'plan-ended',
        'past-deadline',
        'past-change-deadline',
        'final-when-placed',
        'already-cancelled',
        'slot-full',
        'slot-not-offered',
        'limit-reached',
        'approval-required',
      ],
    },
    async handle(request, { input: answers, key }) {
      const ctx = customerCtx(request);
      const { number } = request.params;
      await verb(ctx, { ...asTyped(answers), number, key });
      return wholeJson(ctx, await loadPlan(ctx, number));
    },
  });
}

/** Dates as the verbs read them. */
const asTyped = (answers: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      name,
      value instanceof Temporal.PlainDate ? `${value}` : value,
    ]),
  );

function planJson(plan: StoredPlan): z.input<typeof PlanJson> {
  return {
    number: plan.number,
    revision: plan.revision,
    lastDate: plan.until?.toString() ?? null,
    versions: plan.versions.map((version) => ({
      validFrom: `${version.from}`,
      weekdays: [...version.weekdays],
      starts: writeTime(version.window.starts),
      ends: writeTime(version.window.ends),
      onHoliday: version.onHoliday,
      addressId: version.addressId,
      reference: version.reference,
      driverHint: version.driverHint,
      expectedLetters: version.expectedLetters ?? null,
      expectedBoxes: version.expectedBoxes ?? null,
    })),
    pauses: plan.pauses.map(({ id, from, until, reason }) => ({
      id,
      from: `${from}`,
      until: `${until}`,
      reason,
    })),
  };
}

function wholeJson(ctx: CustomerCtx, { plan, made, catalogue }: LoadedPlan): z.input<typeof OnePlanJson> {
  const today = todayOf(ctx);
  const madeOf = new Map(made.map((one) => [`${one.original}`, one]));
  const span = { from: today, until: today.add({ days: DAYS_AHEAD }) };
  return {
    ...planJson(plan),
    dates: occurrences(plan, isOpenFor(catalogue, plan), span).map(
      ({ original, date: on, window: at, fate }) => {
        const row = madeOf.get(`${original}`);
        return {
          date: `${original}`,
          takesPlaceOn: `${on}`,
          starts: writeTime(at.starts),
          ends: writeTime(at.ends),
          fate,
          order: row?.number ?? null,
          blocked: row?.reason ?? null,
        };
      },
    ),
  };
}
