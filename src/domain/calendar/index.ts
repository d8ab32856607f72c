export { type Calendar, type CalendarSource, makeCalendar } from './calendar.ts';
export { type Choice, commonOffers, isOffered } from './choice.ts';
export {
  type BeforeRule,
  type BeforeStartRule,
  type CutoffRule,
  type DeadlineRule,
  deadlineFor,
  inTime,
} from './deadlines.ts';
export { type CalendarException, type DayName, easterSunday, type HolidayRule } from './holidays.ts';
export {
  type BookableService,
  nextOffer,
  type Offer,
  type OfferedDay,
  type OfferedWindow,
  type OffersInput,
  offers,
  orderByOf,
  type WeekdayWindow,
} from './offers.ts';
export { isTargetDay, targetDayAfter, targetDayFrom } from './target-days.ts';
export { todayOf } from './today.ts';
export { parseSlotKey, type Slot, slotKey, type TimeWindow, windowInstants } from './windows.ts';
