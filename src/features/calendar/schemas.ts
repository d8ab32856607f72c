import { z } from 'zod';
import { calendarDate } from '../../platform/input.ts';

export const CALENDAR_VIEWS = ['month', 'week', 'list'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** What of the calendar is looked at. What cannot be read shows this month. */
export const CalendarQuery = z.object({
  view: z.enum(CALENDAR_VIEWS).catch('month'),
  date: calendarDate.optional().catch(undefined),
});
export type CalendarQuery = z.output<typeof CalendarQuery>;
