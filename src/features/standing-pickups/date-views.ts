import { deadlineFor, inTime, slotKey } from '../../domain/calendar/index.ts';
import { type Occurrence, occurrences } from '../../domain/recurrence/index.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { Tone } from '../../ui/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { orderHref, statusView } from '../orders/index.ts';
import { planHref } from './paths.ts';
import {
  catalogueOf,
  isOpenFor,
  SERVICE,
  type StoredPlan,
  type StoredVersion,
  standingService,
} from './plan.ts';
import type { MadeOccurrence } from './queries.ts';
import { words } from './words.ts';

type Planned = Occurrence<StoredVersion>;

/** One date of a plan, worded. */
export interface DateView {
  readonly date: Temporal.PlainDate;
  /** Names the date for ever. */
  readonly original: string;
  readonly when: string;
  readonly window: string;
  readonly state: { readonly text: string; readonly tone: Tone };
  /** Why it lies where it lies: moved, a holiday, added. */
  readonly remark: string;
  /** Undefined: it is too late, or it does not take place. */
  readonly deadline: Temporal.Instant | undefined;
  readonly href: string;
  readonly order: { readonly number: string; readonly href: string } | undefined;
}

interface Given {
  readonly plan: Pick<StoredPlan, 'number' | 'versions' | 'until' | 'pauses' | 'exceptions'>;
  readonly made: readonly MadeOccurrence[];
  readonly catalogue: Catalogue;
  readonly span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate };
  readonly now: Temporal.Instant;
  readonly formats: Formats;
}

/** The dates of a plan in a span of days, with what became of each. */
export function dateViews(given: Given): readonly DateView[] {
  const { plan, made, catalogue, span } = given;
  const madeOf = new Map(made.map((one) => [`${one.original}`, one]));
  return occurrences(plan, isOpenFor(catalogue, plan), span).map((planned) =>
    dateView(planned, madeOf.get(`${planned.original}`), given),
  );
}

function dateView(planned: Planned, made: MadeOccurrence | undefined, given: Given): DateView {
  const { plan, formats } = given;
  const at = placeOf(planned, made);
  return {
    date: at.date,
    original: `${planned.original}`,
    when: formats.longDate(at.date),
    window: formats.window(at.starts, at.ends),
    state: stateOf(planned, made, given),
    remark: remarkOf(planned, at.date, given),
    deadline: deadlineOf(planned, made, given),
    href: `${planHref(plan.number)}/termin?datum=${planned.original}`,
    order: made?.number ? { number: made.number, href: orderHref(made.number) } : undefined,
  };
}

/** An order may have been moved by itself: then it says when. */
function placeOf({ date, window }: Planned, made: MadeOccurrence | undefined) {
  const isOrder = made?.state === 'booked' && made.status !== 'cancelled';
  if (!isOrder || !made.serviceDate || !made.windowStarts || !made.windowEnds) return { date, ...window };
  return { date: made.serviceDate, starts: made.windowStarts, ends: made.windowEnds };
}

function stateOf(planned: Planned, made: MadeOccurrence | undefined, given: Given): DateView['state'] {
  const { formats, catalogue, now } = given;
  const t = words[formats.language];
  if (made?.state === 'booked' && made.status) {
    const { status } = made;
    const hasEnded = status === 'cancelled' || status === 'completed' || status === 'failed';
    return { ...statusView(status, formats.language), text: hasEnded ? t[status] : t.booked };
  }
  if (planned.fate === 'paused') return { text: t.fates.paused, tone: 'neutral' };
  if (planned.fate !== 'due') return { text: t.fates[planned.fate], tone: 'neutral' };
  if (made?.state === 'blocked') return { text: t.blocked, tone: 'warn' };
  const service = standingService(catalogue);
  const isLate =
    service &&
    !inTime(deadlineFor(service.orderCutoff, planned.date, catalogue.calendar, catalogue.timeZone), now);
  if (isLate) return { text: t.late, tone: 'neutral' };
  return isFull(planned, catalogue)
    ? { text: t.fullHere, tone: 'warn' }
    : { text: t.fates.due, tone: 'neutral' };
}

function isFull({ date, window, version }: Planned, catalogue: Catalogue): boolean {
  const service = catalogueOf(catalogue, version).services.get(SERVICE);
  const kept = service?.windows.find(
    ({ weekday, starts }) => weekday === date.dayOfWeek && starts.equals(window.starts),
  );
  const taken = service ? (catalogue.taken.get(`${service.pool} ${slotKey(date, window)}`) ?? 0) : 0;
  return kept !== undefined && taken >= kept.capacity;
}

function remarkOf(planned: Planned, date: Temporal.PlainDate, { formats, catalogue, plan }: Given): string {
  const t = words[formats.language];
  const { original, fate, movedBy, isAdded } = planned;
  const holiday = catalogue.calendar.holidayOn(original)?.[formats.language];
  if (movedBy === 'holiday' && fate === 'due')
    return t.movedByHoliday({ date: formats.date(original), name: holiday ?? '' });
  if (fate === 'holiday' && holiday) return t.holidayName({ name: holiday });
  if (fate === 'paused') return plan.pauses.find((pause) => isIn(planned.date, pause))?.reason ?? '';
  if (!date.equals(original)) return t.movedFrom({ date: formats.date(original) });
  return isAdded ? t.added : '';
}

function deadlineOf(
  { fate, date }: Planned,
  made: MadeOccurrence | undefined,
  { catalogue, now }: Given,
): Temporal.Instant | undefined {
  if (fate !== 'due') return undefined;
  if (made?.state === 'booked') {
    const deadline = made.status === 'placed' ? made.cancelUntil : undefined;
    return deadline && inTime(deadline, now) ? deadline : undefined;
  }
  const service = standingService(catalogue);
  const deadline = service && deadlineFor(service.cancelRule, date, catalogue.calendar, catalogue.timeZone);
  return deadline && inTime(deadline, now) ? deadline : undefined;
}

const isIn = (
  date: Temporal.PlainDate,
  { from, until }: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
) => Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, until) <= 0;

/** A month as weeks of seven days; days of other months are undefined. */
export interface MonthView {
  readonly title: string;
  readonly weekdays: readonly string[];
  readonly weeks: readonly (readonly (DayView | undefined)[])[];
}

export interface DayView {
  readonly day: number;
  readonly isToday: boolean;
  /** The name of a public holiday. */
  readonly holiday: string;
  readonly dates: readonly DateView[];
}

/** Sets dates into the table of their month. */
export function monthView(
  first: Temporal.PlainDate,
  dates: readonly DateView[],
  { calendar }: Pick<Catalogue, 'calendar'>,
  today: Temporal.PlainDate,
  formats: Formats,
): MonthView {
  const cells: (DayView | undefined)[] = Array.from({ length: first.dayOfWeek - 1 }, () => undefined);
  for (let day = 1; day <= first.daysInMonth; day += 1) {
    const date = first.with({ day });
    cells.push({
      day,
      isToday: date.equals(today),
      holiday: calendar.holidayOn(date)?.[formats.language] ?? '',
      dates: dates.filter((one) => one.date.equals(date)),
    });
  }
  while (cells.length % 7 !== 0) cells.push(undefined);
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return {
    title: monthName(first, formats),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => formats.weekday(day)),
    weeks,
  };
}

/** "Dezember 2026". */
export function monthName(first: Temporal.PlainDate, { language }: Formats): string {
  return monthNames[language].format(new Date(Date.UTC(first.year, first.month - 1, 1)));
}

const monthNames = {
  de: new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};
