import { todayOf } from '../../domain/calendar/index.ts';
import { parseCustomerNumber } from '../../domain/customer-number.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../platform/context.ts';
import {
  type DayCount,
  type DayCursor,
  type DayFilter,
  type DayRow,
  dayCounts,
  dayPage,
  drivenTours,
  services,
  tourZones,
} from './queries.ts';
import { type DayQuery, ROWS_PER_PAGE } from './schemas.ts';

/** A day as the desk looks at it. */
export interface Day {
  readonly date: Temporal.PlainDate;
  readonly rows: readonly DayRow[];
  /** Cursor of the page after this one. */
  readonly next: string | undefined;
  readonly counts: readonly DayCount[];
  readonly services: Awaited<ReturnType<typeof services>>;
  readonly zones: Awaited<ReturnType<typeof tourZones>>;
  /** By name: what a service can be given to. */
  readonly drivenTours: readonly string[];
}

/**
 * One page of the services that are due on a day, and the whole day counted.
 * Refuses with `not-found` for customers, `staff-role-required` without dispatch.
 */
export async function showDay(ctx: Ctx, input: DayQuery, pageSize = ROWS_PER_PAGE): Promise<Day> {
  requireStaff(ctx, 'dispatch');
  const filter = filterOf(ctx, input);
  return deskTransaction(ctx, async (tx) => {
    const { rows, hasMore } = await dayPage(tx, filter, readCursor(input.ab), pageSize);
    const last = rows.at(-1);
    return {
      date: filter.date,
      rows,
      next:
        last && hasMore ? `${last.windowStarts.toString({ smallestUnit: 'minute' })}_${last.id}` : undefined,
      counts: await dayCounts(tx, filter.date, ctx.now),
      services: await services(tx),
      zones: await tourZones(tx),
      drivenTours: await drivenTours(tx),
    };
  });
}

/** All services that fit, for paper and file; a tour has some dozens. Null: more than anybody could drive. */
export async function wholeTour(ctx: Ctx, input: DayQuery, most: number) {
  requireStaff(ctx, 'dispatch');
  const filter = filterOf(ctx, input);
  const { rows, hasMore } = await deskTransaction(ctx, (tx) => dayPage(tx, filter, undefined, most));
  return { date: filter.date, rows, hasMore };
}

function filterOf(ctx: Ctx, input: DayQuery): DayFilter {
  return {
    date: input.tag ?? todayOf(ctx),
    now: ctx.now,
    service: input.leistung,
    tour: input.tour,
    zone: input.gebiet,
    state: input.stand,
    search: input.suche ? searchOf(input.suche) : undefined,
  };
}

/** What begins with a D is a customer number, all else an order number, also without its prefix. */
function searchOf(typed: string): NonNullable<DayFilter['search']> {
  const customer = parseCustomerNumber(typed);
  if (customer) return { customer };
  const parts = /^a?-?(\d{4})-(\d{1,12})$/i.exec(typed.replaceAll(/\s/g, ''));
  return { order: parts ? `A-${parts[1]}-${parts[2]?.padStart(6, '0')}` : typed };
}

/** Undefined for anything that is no place in the list, which shows the first page. */
function readCursor(text: string | undefined): DayCursor | undefined {
  const parts = /^((?:[01]\d|2[0-3]):[0-5]\d)_(\d{1,15})$/.exec(text ?? '');
  if (!parts?.[1] || !parts[2]) return undefined;
  return { starts: Temporal.PlainTime.from(parts[1]), id: Number(parts[2]) };
}
