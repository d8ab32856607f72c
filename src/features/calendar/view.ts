import { isOff } from '../../domain/orders/index.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import { orderHref, type StatusView, statusView } from '../orders/index.ts';
import type { Booked } from './queries.ts';
import { CALENDAR_VIEWS, type CalendarQuery, type CalendarView } from './schemas.ts';
import type { ShownCalendar } from './show-calendar.ts';
import { words } from './words.ts';

export const CALENDAR = '/kalender';

/** One appointment, worded. */
export interface EntryView {
  readonly href: string;
  readonly number: string;
  readonly date: string;
  readonly time: string;
  readonly service: string;
  readonly where: string;
  readonly reference: string;
  readonly status: StatusView;
  /** Does not happen: struck through. */
  readonly isOff: boolean;
}

export interface DayView {
  readonly key: string;
  readonly dayOfMonth: number;
  readonly long: string;
  readonly isToday: boolean;
  /** Belongs to the month before or after. */
  readonly isBeside: boolean;
  readonly closed: string | undefined;
  readonly entries: readonly EntryView[];
}

export interface LinkView {
  readonly text: string;
  readonly href: string;
  readonly isCurrent?: boolean;
}

export interface CalendarPageView {
  readonly view: CalendarView;
  readonly heading: string;
  readonly views: readonly LinkView[];
  readonly previous: LinkView;
  readonly next: LinkView;
  readonly today: LinkView;
  readonly weekdays: readonly string[];
  readonly weeks: readonly (readonly DayView[])[];
  readonly entries: readonly EntryView[];
  readonly summary: string;
  readonly note: string | undefined;
  readonly saveAs: (format: 'csv' | 'xlsx') => string;
}

export function calendarView(
  shown: ShownCalendar,
  { view }: CalendarQuery,
  formats: Formats,
): CalendarPageView {
  const t = words[formats.language];
  const { period, today, orders } = shown;
  const byDay = Map.groupBy(orders, ({ date }) => date.toString());
  const isInside = (day: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(day, period.begins) >= 0 && Temporal.PlainDate.compare(day, period.ends) < 0;
  const inside = orders.filter(({ date }) => isInside(date));
  const at = (which: CalendarView, date: Temporal.PlainDate) => `${CALENDAR}?view=${which}&date=${date}`;
  return {
    view,
    heading: headingOf(shown, view, formats),
    views: CALENDAR_VIEWS.map((which) => ({
      text: t.view[which],
      href: at(which, isInside(today) ? today : period.begins),
      isCurrent: which === view,
    })),
    previous: { text: t.previous[view], href: at(view, period.previous) },
    next: { text: t.next[view], href: at(view, period.next) },
    today: { text: t.today, href: at(view, today) },
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => formats.weekday(day)),
    weeks: period.weeks.map((days) =>
      days.map((day) => {
        const name = shown.calendar.holidayOn(day)?.[formats.language];
        return {
          key: day.toString(),
          dayOfMonth: day.day,
          long: formats.longDate(day),
          isToday: day.equals(today),
          isBeside: !isInside(day),
          closed: name && t.closed({ name }),
          entries: (byDay.get(day.toString()) ?? []).map((order) => entryView(order, formats)),
        };
      }),
    ),
    entries: inside.map((order) => entryView(order, formats)),
    summary: t.entries({ count: formats.number(inside.length), one: inside.length === 1 }),
    note: shown.isCut ? t.tooMany({ count: formats.number(orders.length) }) : undefined,
    saveAs: (format) => `${CALENDAR}/export.${format}?view=${view}&date=${period.begins}`,
  };
}

function headingOf({ period }: ShownCalendar, view: CalendarView, formats: Formats): string {
  if (view !== 'week') return formats.month(period.begins);
  return words[formats.language].week({
    number: period.begins.weekOfYear ?? 0,
    from: formats.shortDate(period.begins),
    to: formats.shortDate(period.ends.subtract({ days: 1 })),
  });
}

function entryView(order: Booked, formats: Formats): EntryView {
  const { language } = formats;
  return {
    href: orderHref(order.number),
    number: order.number,
    date: formats.date(order.date),
    time: formats.window(order.starts, order.ends),
    service: order.serviceName[language],
    where: whereOf(order),
    reference: order.reference,
    status: statusView(order.status, language),
    isOff: isOff(order.status),
  };
}

/** Street and town on one line. */
export const whereOf = ({ address }: Pick<Booked, 'address'>) =>
  [address.street, `${address.postcode} ${address.city}`.trim()].filter(Boolean).join(', ');
