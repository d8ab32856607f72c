import { z } from 'zod';
import type { RideStep } from '../../domain/courier/index.ts';
import { DAY_STEPS, FAIL_REASONS, type FailReason } from '../../domain/orders/index.ts';
import { calendarDate, text, wallTime, wholeNumber } from '../../platform/input.ts';

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** So many rows are on a page, and so many can be ticked at once. */
export const ROWS_PER_PAGE = 100;

/** Reasons that a clerk can give; that nobody said anything is for the clock to say. */
export const CLERK_REASONS = (Object.keys(FAIL_REASONS) as FailReason[]).filter(
  (reason) => reason !== 'unconfirmed',
);

/** One step with any number of services, each in the state in which the clerk saw it. */
export const TakeStep = z
  .object({
    step: z.enum(DAY_STEPS),
    orders: z
      .array(
        z.object({
          number: z.string().regex(/^A-\d{4}-\d{6,12}$/),
          version: z.int().min(1).max(2_147_483_647),
        }),
      )
      .max(ROWS_PER_PAGE)
      .refine((orders) => orders.length > 0, { params: { problem: 'nothing-chosen' } }),
    tour: text(40).default(''),
    driver: text(60).default(''),
    time: optional(wallTime),
    pieces: optional(wholeNumber(0, 1_000_000)),
    boxesOut: optional(wholeNumber(0, 10_000)),
    boxesIn: optional(wholeNumber(0, 10_000)),
    reason: optional(z.enum(CLERK_REASONS as [FailReason, ...FailReason[]])),
    note: text(200).default(''),
  })
  .refine(({ step, reason }) => step !== 'fail' || reason !== undefined, {
    path: ['reason'],
    params: { problem: 'required' },
  })
  .refine(({ step, tour }) => step !== 'assign' || tour !== '', {
    path: ['tour'],
    params: { problem: 'required' },
  });
export type TakeStep = z.output<typeof TakeStep>;

/** Steps of a courier ride after its booking. */
export const DESK_RIDE_STEPS = ['assigned', 'picked-up', 'delivered'] as const satisfies readonly RideStep[];
export type DeskRideStep = (typeof DESK_RIDE_STEPS)[number];

/** A step of one ride; what else belongs to it is for its verb to read. */
export const TakeRideStep = z.object({ step: z.enum(DESK_RIDE_STEPS), number: z.string().max(40) });

/** What of a day is looked at. */
export const DAY_STATES = [
  'open',
  'accepted',
  'untoured',
  'overdue',
  'completed',
  'failed',
  'cancelled',
] as const;
export type DayState = (typeof DAY_STATES)[number];

/** The filter over the day, as the address carries it. What cannot be read is left out, it hides nothing. */
export const DayQuery = z.object({
  tag: optional(calendarDate).catch(undefined),
  leistung: optional(text(40)).catch(undefined),
  tour: optional(text(40)).catch(undefined),
  gebiet: optional(text(20)).catch(undefined),
  stand: optional(z.enum(DAY_STATES)).catch(undefined),
  suche: optional(text(40)).catch(undefined),
  ab: optional(z.string().max(40)).catch(undefined),
});
export type DayQuery = z.output<typeof DayQuery>;
