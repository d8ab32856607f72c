import type { CalendarView } from './schemas.ts';

/** The days that a view shows; `weeks` go from Monday to Sunday and may begin and end outside of the month. */
export interface Period {
  /** First day of the month or week. */
  readonly begins: Temporal.PlainDate;
  /** The day after the last. */
  readonly ends: Temporal.PlainDate;
  readonly weeks: readonly (readonly Temporal.PlainDate[])[];
  readonly previous: Temporal.PlainDate;
  readonly next: Temporal.PlainDate;
}

/** The month or week around a day. */
export function periodOf(view: CalendarView, day: Temporal.PlainDate): Period {
  return view === 'week' ? weekAround(day) : monthAround(day);
}

const monday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });

function weekAround(day: Temporal.PlainDate): Period {
  const begins = monday(day);
  const ends = begins.add({ weeks: 1 });
  return {
    begins,
    ends,
    weeks: weeksFrom(begins, ends),
    previous: begins.subtract({ weeks: 1 }),
    next: ends,
  };
}

function monthAround(day: Temporal.PlainDate): Period {
  const begins = day.with({ day: 1 });
  const ends = begins.add({ months: 1 });
  return {
    begins,
    ends,
    weeks: weeksFrom(monday(begins), ends),
    previous: begins.subtract({ months: 1 }),
    next: ends,
  };
}

/** Whole weeks, until one that reaches the end. */
function weeksFrom(first: Temporal.PlainDate, end: Temporal.PlainDate): Temporal.PlainDate[][] {
  const weeks: Temporal.PlainDate[][] = [];
  for (let at = first; Temporal.PlainDate.compare(at, end) < 0; at = at.add({ weeks: 1 })) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => at.add({ days })));
  }
  return weeks;
}
