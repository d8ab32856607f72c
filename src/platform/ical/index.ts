export { type ICalendar, type ICalendarEvent, writeCalendar } from './write.ts';
