import { todayOf } from '../../domain/calendar/index.ts';
import { mayProceed, stepBack } from '../../domain/courier/index.ts';
import { DAY_STEPS, type DayStep, mayStep } from '../../domain/orders/index.ts';
import type { Frame, SelectOption, Tone } from '../../ui/index.ts';
import { addressLines } from '../orders/index.ts';
import type { DayCount, DayRow } from './queries.ts';
import { REASON_NAMES } from './reason-words.ts';
import { CLERK_REASONS, DAY_STATES, type DayState, DESK_RIDE_STEPS, type DeskRideStep } from './schemas.ts';
import type { Day } from './show-day.ts';
import { words } from './words.ts';

export const TODAY = '/desk/heute';
export const serviceHref = (number: string) => `${TODAY}/${number}`;
export const rideStepHref = (number: string) => `${serviceHref(number)}/kurier`;
export const rideUndoHref = (number: string) => `${rideStepHref(number)}/zurueck`;

/** Now, on the carrier's clock. */
export interface Clock {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

/** A service of the day, worded. */
export interface ServiceRow {
  readonly number: string;
  /** What a tick sends: the number, and the state in which the clerk saw it. */
  readonly tick: string;
  readonly href: string;
  readonly window: string;
  readonly service: string;
  readonly customer: string;
  readonly address: string;
  readonly contact: string;
  readonly hint: string;
  readonly tour: string;
  /** In which zone of the tours it is; empty: in none. */
  readonly zone: string;
  readonly state: { readonly text: string; readonly tone: Tone; readonly detail: string };
  /** What can be done with it now. */
  readonly steps: readonly DayStep[];
  /** What comes next for a courier ride; undefined for everything else. */
  readonly nextRideStep: DeskRideStep | undefined;
  /** Of the order as it is shown. */
  readonly orderVersion: string;
  /** The last step of a courier ride, as long as it can be taken back. */
  readonly undoneRideStep: DeskRideStep | undefined;
}

export function serviceRows(rows: readonly DayRow[], frame: Frame, clock: Clock): ServiceRow[] {
  const { language, formats } = frame;
  const t = words[language];
  return rows.map((row) => ({
    number: row.number,
    tick: `${row.number}.${row.deskVersion}`,
    href: serviceHref(row.number),
    window: formats.window(row.windowStarts, row.windowEnds),
    service: row.serviceName[language],
    customer: `${row.customerNumber} ${row.customerName}`,
    address: addressLines(row.address),
    contact: [row.address.contactName, row.address.contactPhone].filter(Boolean).join(', '),
    hint: row.hint,
    zone: row.zoneName?.[language] ?? '',
    tour: row.rider || (row.tour ? t.toured({ tour: row.tour, driver: row.driver }) : ''),
    state: { ...stateView(row, frame, clock), detail: outcomeText(row, frame, clock) },
    steps: stepsOf(row, clock),
    nextRideStep: nextRideStep(row, clock),
    orderVersion: String(row.version),
    undoneRideStep: undoneRideStep(row, clock),
  }));
}

/** What the rule allows; the verb asks it again. */
export const stepsOf = (row: DayRow, clock: Clock): DayStep[] =>
  DAY_STEPS.filter(
    (step) =>
      !mayStep(
        {
          status: row.status,
          serviceDate: row.serviceDate,
          acceptedAt: row.acceptedAt ?? undefined,
          recordedAt: row.recordedAt ?? undefined,
          isInvoiced: false,
          needsCount: row.serviceCode.startsWith('DROPOFF'),
          isRide: row.rideStep !== null,
          receipt: row.receipt ?? undefined,
        },
        step,
        clock,
      ),
  );

/** The step after the one that the ride is at; from the pickup on only on its day. The verb asks it again. */
function nextRideStep(row: DayRow, { now, timeZone }: Clock): DeskRideStep | undefined {
  const { status, rideStep, serviceDate } = row;
  if (status !== 'placed' || rideStep === null) return undefined;
  const next = DESK_RIDE_STEPS.find((step) => mayProceed(rideStep, step));
  const today = todayOf({ now, timeZone });
  return next === 'assigned' || Temporal.PlainDate.compare(serviceDate, today) <= 0 ? next : undefined;
}

/** The verb asks again, and whether an invoice has it. */
function undoneRideStep(row: DayRow, clock: Clock): DeskRideStep | undefined {
  const { status, rideStep, rideRecordedAt: recordedAt } = row;
  if (rideStep === null || rideStep === 'placed' || recordedAt === null) return undefined;
  return stepBack({ status, step: rideStep, recordedAt, isInvoiced: false }, clock).may
    ? rideStep
    : undefined;
}

function stateView(row: DayRow, { language }: Frame, { now }: Clock): { text: string; tone: Tone } {
  const t = words[language].states;
  if (row.status === 'completed') return { text: t.completed, tone: 'ok' };
  if (row.status === 'failed') return { text: t.failed, tone: 'danger' };
  if (row.status === 'cancelled') return { text: t.cancelled, tone: 'neutral' };
  // its window is that of the pickup
  if (row.rideStep === 'picked-up') return { text: t.pickedUp, tone: 'info' };
  if (Temporal.Instant.compare(row.endsAt, now) < 0) return { text: t.overdue, tone: 'warn' };
  if (row.rideStep === 'assigned') return { text: t.assigned, tone: 'info' };
  return row.acceptedAt ? { text: t.accepted, tone: 'info' } : { text: t.open, tone: 'neutral' };
}

/** When it ended, with what was moved, or why it did not happen. */
function outcomeText(row: DayRow, { language, formats }: Frame, { timeZone }: Clock): string {
  const t = words[language];
  const count = (value: number | null, word: (p: { count: string }) => string) =>
    value === null ? '' : word({ count: formats.number(value) });
  const time = (row.endedAt ?? (row.receivedBy ? row.completedAt : null))
    ?.toZonedDateTimeISO(timeZone)
    .toPlainTime();
  return [
    time ? t.ended({ time: formats.time(time) }) : '',
    row.receivedBy ? t.receivedBy({ name: row.receivedBy }) : '',
    row.reason ? REASON_NAMES[row.reason][language] : '',
    count(row.pieces, t.pieces),
    count(row.boxesOut, t.boxesOut),
    count(row.boxesIn, t.boxesIn),
    row.note ?? '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A number on top of the page, which leads to what it counts. */
export interface CountView {
  readonly text: string;
  readonly count: string;
  readonly href: string;
  readonly tone: Tone;
}

const COUNT_TONES: Readonly<Record<DayState, Tone>> = {
  open: 'info',
  accepted: 'info',
  untoured: 'warn',
  overdue: 'danger',
  completed: 'ok',
  failed: 'danger',
  cancelled: 'neutral',
};

/** The day in numbers; what is a problem is coloured only when there is one. */
export function countViews({ counts, date }: Day, { language, formats }: Frame): CountView[] {
  return DAY_STATES.map((state) => {
    const sum = counts.filter((one) => isIn(state, one)).reduce((all, { count }) => all + count, 0);
    return {
      text: words[language].counts[state],
      count: formats.number(sum),
      href: dayHref({ tag: date.toString(), stand: state }),
      tone: sum > 0 ? COUNT_TONES[state] : 'neutral',
    };
  });
}

function isIn(state: DayState, { status, accepted, tour, over }: DayCount): boolean {
  switch (state) {
    case 'open':
      return status === 'placed';
    case 'accepted':
      return status === 'placed' && accepted;
    case 'untoured':
      return status === 'placed' && tour === '';
    case 'overdue':
      return status === 'placed' && over;
    default:
      return status === state;
  }
}

/** The tours of the day to choose from, with how much of each is still open. */
export function tourOptions({ counts }: Day, { language, formats }: Frame): SelectOption[] {
  const t = words[language];
  const tours = Map.groupBy(counts, ({ tour }) => tour);
  return [...tours]
    .toSorted(([a], [b]) => a.localeCompare(b, language))
    .map(([tour, own]) => {
      const open = own.filter(({ status }) => status === 'placed').reduce((sum, { count }) => sum + count, 0);
      return { value: tour || '-', label: `${tour || t.noTour} (${formats.number(open)})` };
    });
}

/** The tours that a service can be given to, as a person sorts them: 2 before 10. */
export const drivenOptions = (names: readonly string[], { language }: Frame): SelectOption[] =>
  names
    .toSorted((a, b) => a.localeCompare(b, language, { numeric: true }))
    .map((name) => ({ value: name, label: name }));

/** The zones to choose from, with how much of the day is still open in each; empty while the carrier has none. */
export function zoneOptions({ counts, zones }: Day, { language, formats }: Frame): SelectOption[] {
  if (zones.length === 0) return [];
  const open = Map.groupBy(
    counts.filter(({ status }) => status === 'placed'),
    ({ zone }) => zone,
  );
  const label = (name: string, code: string | null) =>
    `${name} (${formats.number((open.get(code) ?? []).reduce((sum, { count }) => sum + count, 0))})`;
  return [
    ...zones.map(({ code, name }) => ({ value: code, label: label(name[language], code) })),
    { value: '-', label: label(words[language].noZone, null) },
  ];
}

/** Each service with its open and ended orders. */
export function serviceCounts({ counts, services, date }: Day, { language, formats }: Frame) {
  const sum = (own: readonly DayCount[]) => formats.number(own.reduce((all, { count }) => all + count, 0));
  return services.flatMap(({ code, name }) => {
    const own = counts.filter((one) => one.service === code);
    if (own.length === 0) return [];
    const withStatus = (status: DayCount['status']) => sum(own.filter((one) => one.status === status));
    return [
      {
        name: name[language],
        href: dayHref({ tag: date.toString(), leistung: code }),
        open: withStatus('placed'),
        completed: withStatus('completed'),
        failed: withStatus('failed'),
      },
    ];
  });
}

export const reasonOptions = ({ language }: Frame): SelectOption[] =>
  CLERK_REASONS.map((reason) => ({ value: reason, label: REASON_NAMES[reason][language] }));

/** The address of the day with these filters; what is empty is left out. */
export function dayHref(filter: Readonly<Record<string, string | undefined>>, path = TODAY): string {
  const set = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path;
}
