import { calendarDate } from '../../platform/input.ts';

/** Whether the text names a day that there is, as `2026-12-24`. */
export const isCalendarDate = (text: string): boolean => calendarDate.safeParse(text).success;
