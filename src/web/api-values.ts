import { z } from 'zod';
import { calendarDate } from '../platform/input.ts';
import { noted } from './api-schema.ts';

/*
 * How values look in the JSON of the API: instants in UTC, dates and times as on the carrier's wall, money as
 * whole cents in fields that end in `Cents`.
 */

/** A name in both languages. */
export const bilingual = z.object({ de: z.string(), en: z.string() }).meta({ id: 'Text' });

/** An instant in UTC: `2026-11-29T15:00:00Z`. */
export const instant = z.iso.datetime();

/** A calendar date on the way out: `2026-11-30`. */
export const date = z.iso.date();

/** A wall time of the carrier: `10:00`. */
export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** An amount in whole cents. */
export const cents = z.int();

/** The id of a row, as other answers of the API named it. */
export const rowId = z.int().min(1);

/** The code of a service or product. */
export const code = z.string().regex(/^[A-Z0-9_]{1,40}$/);

/** A calendar date on the way in. */
export const dateInput = noted(
  calendarDate,
  { de: 'Kalendertag', en: 'Calendar date' },
  { format: 'date', examples: ['2026-11-30'] },
);

/** `10:00` for a wall time of the program. */
export const writeTime = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

/** Text for an instant that there may not be. */
export const writeInstant = (at: Temporal.Instant | null | undefined): string | null =>
  at?.toString() ?? null;
