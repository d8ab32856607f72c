import type { Calendar } from '../../domain/calendar/index.ts';
import { todayOf } from '../../domain/calendar/index.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import type { XlsxCell } from '../../platform/xlsx/index.ts';
import { readCatalogue } from '../catalogue/index.ts';
import { type Period, periodOf } from './period.ts';
import { type Booked, bookedBetween } from './queries.ts';
import type { CalendarQuery } from './schemas.ts';

/** A page shows no more than this; nobody could find anything in it. */
export const MOST_SHOWN = 500;

export interface ShownCalendar {
  readonly period: Period;
  readonly today: Temporal.PlainDate;
  /** Says which days the carrier is closed. */
  readonly calendar: Calendar;
  readonly orders: readonly Booked[];
  readonly isCut: boolean;
}

/** What the firm has booked in the month or week of the query. Every user of the firm may see it. */
export async function showCalendar(ctx: CustomerCtx, input: CalendarQuery): Promise<ShownCalendar> {
  const today = todayOf(ctx);
  const period = periodOf(input.view, input.date ?? today);
  const range = rangeOf(period, ctx);
  return transaction(ctx, async (tx) => {
    // the closed days around the period, as they are read for a booking on its first day
    const { calendar } = await readCatalogue(tx, {
      now: range.from,
      timeZone: ctx.timeZone,
      serviceCodes: [],
    });
    const orders = await bookedBetween(tx, { ...range, limit: MOST_SHOWN + 1 });
    return {
      period,
      today,
      calendar,
      orders: orders.slice(0, MOST_SHOWN),
      isCut: orders.length > MOST_SHOWN,
    };
  });
}

/** Instants of the days that the period shows, the days beside the month included. */
function rangeOf({ weeks, begins, ends }: Period, { timeZone }: CustomerCtx) {
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone }).toInstant();
  const first = weeks[0]?.[0] ?? begins;
  const last = weeks.at(-1)?.at(-1)?.add({ days: 1 }) ?? ends;
  return { from: midnight(first), to: midnight(last) };
}

const PORTION = 500;

/** Everything booked in the period, without an end to it, as rows of a table: `write` words one of them. */
export async function* calendarRows(
  ctx: CustomerCtx,
  input: CalendarQuery,
  write: (order: Booked) => readonly XlsxCell[],
): AsyncGenerator<readonly XlsxCell[]> {
  const today = todayOf(ctx);
  const range = rangeOf(periodOf(input.view, input.date ?? today), ctx);
  let after: Booked | undefined;
  for (;;) {
    const orders = await transaction(ctx, (tx) => bookedBetween(tx, { ...range, limit: PORTION, after }));
    for (const order of orders) yield write(order);
    if (orders.length < PORTION) return;
    after = orders.at(-1);
  }
}
