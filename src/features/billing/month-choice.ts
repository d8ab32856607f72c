import { todayOf } from '../../domain/calendar/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { month as readMonth } from '../invoices/index.ts';

/** Months that can be looked at: this one, which is not over, and a year back. */
const MONTHS_BACK = 13;

/** The month that is usually invoiced: the last one that is over. */
export function usualMonth(ctx: Pick<Ctx, 'now' | 'timeZone'>): Temporal.PlainDate {
  const today = todayOf(ctx);
  return today.with({ day: 1 }).subtract({ months: 1 });
}

/** What was asked for, or the usual month when that is none. */
export function monthOf(ctx: Pick<Ctx, 'now' | 'timeZone'>, typed: string | null): Temporal.PlainDate {
  const read = readMonth.safeParse(typed);
  return read.success ? read.data : usualMonth(ctx);
}

/** The months to choose from, the newest first. */
export function months(ctx: Pick<Ctx, 'now' | 'timeZone'>): Temporal.PlainDate[] {
  const newest = usualMonth(ctx).add({ months: 1 });
  return Array.from({ length: MONTHS_BACK }, (_, back) => newest.subtract({ months: back }));
}

/** A month as addresses and forms carry it: `2026-11`. */
export const monthKey = (month: Temporal.PlainDate): string => month.toPlainYearMonth().toString();
