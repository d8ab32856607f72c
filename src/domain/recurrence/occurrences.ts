import type { TimeWindow } from '../calendar/index.ts';
import { type Exception, isPatternDate, type Plan, type PlanVersion, pauseOn, versionOn } from './plan.ts';

/**
 * What becomes of a date. `due`: it takes place. `skipped`: the customer left it out. `paused`: company holidays.
 * `holiday`: the carrier is closed and it falls out. `merged`: the plan comes on that day already. `ended`: it would
 * lie after the end of the plan.
 */
export type Fate = 'due' | 'skipped' | 'paused' | 'holiday' | 'merged' | 'ended';

/** A date of a plan. It keeps its `original` date, by which it is one and the same however often it is moved. */
export interface Occurrence<Version extends PlanVersion = PlanVersion> {
  readonly original: Temporal.PlainDate;
  /** When it takes place, or would have. */
  readonly date: Temporal.PlainDate;
  readonly window: TimeWindow;
  readonly version: Version;
  readonly fate: Fate;
  /** It lies on another date than the pattern says: the customer moved it, or a holiday did. */
  readonly movedBy: 'customer' | 'holiday' | undefined;
  /** It comes in addition to the pattern. */
  readonly isAdded: boolean;
}

/** Whether somebody drives on a date: no holiday, and the service has windows on that weekday. */
export type IsOpen = (date: Temporal.PlainDate) => boolean;

/** A closure longer than this is a mistake in the data, and no reason to search for ever. */
const LONGEST_CLOSURE_DAYS = 366;

interface Span {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

/**
 * The dates of a plan that lie in the span, or were to lie in it, by the day on which they take place. It decides on
 * dates and wall times alone. On one day a plan comes once: a date of the pattern goes before one that was moved
 * there, and that before one that a holiday pushed there; of two alike the earlier one comes.
 */
export function occurrences<Version extends PlanVersion>(
  plan: Plan<Version>,
  isOpen: IsOpen,
  span: Span,
): readonly Occurrence<Version>[] {
  const known = indexed(plan, isOpen);
  const found = new Map<string, Occurrence<Version>>();
  const decide = decider(known);
  // what a holiday before the span pushes into it
  for (
    let date = afterLastOpenDay(span.from, known);
    isUpTo(date, span.until);
    date = date.add({ days: 1 })
  ) {
    const nominal = nominalOf(known, date);
    if (nominal) found.set(`${date}`, decide(nominal));
  }
  for (const { date } of plan.exceptions) {
    if (found.has(`${date}`)) continue;
    const nominal = nominalOf(known, date);
    if (nominal) found.set(`${date}`, decide(nominal));
  }
  return [...found.values()]
    .filter(({ original, date }) => isIn(original, span) || isIn(date, span))
    .sort(
      (a, b) =>
        Temporal.PlainDate.compare(a.date, b.date) || Temporal.PlainDate.compare(a.original, b.original),
    );
}

/** A plan with what is asked of it for every date, looked up once. */
interface Known<Version extends PlanVersion = PlanVersion> {
  readonly plan: Plan<Version>;
  readonly isOpen: IsOpen;
  readonly exceptionOn: ReadonlyMap<string, Exception>;
  /** By the day on which they take place: what the customer put there, by its original date. */
  readonly putOn: ReadonlyMap<string, readonly Exception[]>;
}

function indexed<Version extends PlanVersion>(plan: Plan<Version>, isOpen: IsOpen): Known<Version> {
  const open = new Map<string, boolean>();
  const put = plan.exceptions
    .filter((exception) => exception.kind !== 'skip')
    .toSorted((a, b) => Temporal.PlainDate.compare(a.date, b.date));
  return {
    plan,
    exceptionOn: new Map(plan.exceptions.map((exception) => [`${exception.date}`, exception])),
    putOn: Map.groupBy(put, ({ to }) => `${to}`),
    isOpen(date) {
      const key = `${date}`;
      const answer = open.get(key) ?? isOpen(date);
      open.set(key, answer);
      return answer;
    },
  };
}

/** A date as pattern and customer want it, before holidays and pauses. */
interface Nominal<Version extends PlanVersion> extends Omit<Occurrence<Version>, 'fate' | 'movedBy'> {
  readonly isSkipped: boolean;
}

function nominalOf<Version extends PlanVersion>(
  { plan, exceptionOn }: Known<Version>,
  original: Temporal.PlainDate,
): Nominal<Version> | undefined {
  const version = versionOn(plan, original);
  if (!version) return undefined;
  const exception = exceptionOn.get(`${original}`);
  const isPattern = isPatternDate(plan, original);
  if (!isPattern && exception?.kind !== 'add') return undefined;
  const moved = exception && exception.kind !== 'skip' ? exception : undefined;
  return {
    original,
    version,
    date: moved?.to ?? original,
    window: moved?.window ?? version.window,
    isSkipped: exception?.kind === 'skip',
    isAdded: !isPattern,
  };
}

function decider<Version extends PlanVersion>(
  known: Known<Version>,
): (nominal: Nominal<Version>) => Occurrence<Version> {
  const { plan, isOpen } = known;
  const owners = new Map<string, string | undefined>();

  /** The original date of what comes on this open day. */
  function ownerOf(date: Temporal.PlainDate): string | undefined {
    const key = `${date}`;
    if (!owners.has(key)) owners.set(key, findOwner(date));
    return owners.get(key);
  }

  function findOwner(date: Temporal.PlainDate): string | undefined {
    const own = wantedOn(known, date)[0];
    if (own) return `${own.original}`;
    for (let day = afterLastOpenDay(date, known); !day.equals(date); day = day.add({ days: 1 })) {
      const pushed = wantedOn(known, day).find(
        ({ version }) => version.onHoliday === 'next-business-day' && !pauseOn(plan, day),
      );
      if (pushed) return `${pushed.original}`;
    }
    return undefined;
  }

  return (nominal) => {
    const { isSkipped, ...rest } = nominal;
    const { original, date } = nominal;
    const movedBy = date.equals(original) ? undefined : ('customer' as const);
    const end = (fate: Fate): Occurrence<Version> => ({ ...rest, fate, movedBy });
    if (isSkipped) return end('skipped');
    if (!isBeforeEnd(plan, date)) return end('ended');
    if (pauseOn(plan, date)) return end('paused');
    if (isOpen(date)) return end(ownerOf(date) === `${original}` ? 'due' : 'merged');
    const next =
      nominal.version.onHoliday === 'next-business-day' ? firstOpenDayAfter(date, isOpen) : undefined;
    if (!next || !isBeforeEnd(plan, next)) return end('holiday');
    const pushed = (fate: Fate): Occurrence<Version> => ({ ...rest, date: next, fate, movedBy: 'holiday' });
    if (pauseOn(plan, next)) return pushed('paused');
    return pushed(ownerOf(next) === `${original}` ? 'due' : 'merged');
  };
}

/** What wants to come on this day, whoever goes first ahead: the day's own date, then those moved to it. */
function wantedOn<Version extends PlanVersion>(
  known: Known<Version>,
  date: Temporal.PlainDate,
): readonly Nominal<Version>[] {
  const own = nominalOf(known, date);
  const put = (known.putOn.get(`${date}`) ?? [])
    .filter((exception) => !exception.date.equals(date))
    .map((exception) => nominalOf(known, exception.date))
    .filter((one) => one !== undefined);
  return [...(own?.date.equals(date) ? [own] : []), ...put].filter(({ isSkipped }) => !isSkipped);
}

function afterLastOpenDay(date: Temporal.PlainDate, { isOpen }: Pick<Known, 'isOpen'>): Temporal.PlainDate {
  let day = date;
  for (let tried = 0; tried < LONGEST_CLOSURE_DAYS; tried += 1) {
    const before = day.subtract({ days: 1 });
    if (isOpen(before)) return day;
    day = before;
  }
  return day;
}

/** The next day after this one on which somebody drives; undefined if there is none for a year. */
export function firstOpenDayAfter(date: Temporal.PlainDate, isOpen: IsOpen): Temporal.PlainDate | undefined {
  let day = date;
  for (let tried = 0; tried < LONGEST_CLOSURE_DAYS; tried += 1) {
    day = day.add({ days: 1 });
    if (isOpen(day)) return day;
  }
  return undefined;
}

const isUpTo = (date: Temporal.PlainDate, last: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(date, last) <= 0;

const isIn = (date: Temporal.PlainDate, { from, until }: Span) => isUpTo(from, date) && isUpTo(date, until);

const isBeforeEnd = ({ until }: Plan, date: Temporal.PlainDate) => until === undefined || isUpTo(date, until);
