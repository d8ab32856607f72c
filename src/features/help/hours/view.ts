import { opennessAt, spansOn } from '../../../domain/service-hours.ts';
import type { Formats } from '../../../platform/i18n/index.ts';
import type { ServicePromise } from './queries.ts';
import { words } from './words.ts';

/** The customer service, worded: whether somebody is there, when, and on which of the next days not. */
export interface HoursView {
  readonly isOpen: boolean;
  readonly now: string;
  readonly holiday: string | undefined;
  /** "Montag bis Freitag 08:00–18:00 Uhr" */
  readonly week: readonly string[];
  readonly closures: readonly string[];
  readonly promise: string;
}

const CLOSURES_AHEAD_DAYS = 21;

export function hoursView(hours: ServicePromise, now: Temporal.Instant, formats: Formats): HoursView {
  const t = words[formats.language];
  const openness = opennessAt(hours, now);
  const today = now.toZonedDateTimeISO(hours.timeZone).toPlainDate();
  const oclock = formats.language === 'de' ? ' Uhr' : '';
  return {
    isOpen: openness.isOpen,
    now: openness.isOpen
      ? t.open({ until: formats.time(localTime(openness.closesAt, hours)) + oclock })
      : openness.opensAt
        ? t.closedUntil({ from: formats.dateTime(openness.opensAt) })
        : t.closed,
    holiday:
      !openness.isOpen && openness.holiday
        ? t.holiday({ name: openness.holiday[formats.language] })
        : undefined,
    week: weekView(hours, today, formats),
    closures: closuresFrom(hours, today).map(({ date, name }) =>
      t.soonDay({ date: formats.date(date), name: name[formats.language] }),
    ),
    promise: t.promise({ hours: hours.replyMinutes / 60 }),
  };
}

const localTime = (instant: Temporal.Instant, { timeZone }: ServicePromise) =>
  instant.toZonedDateTimeISO(timeZone).toPlainTime();

/** Days with the same hours that follow each other make one line. */
function weekView(hours: ServicePromise, today: Temporal.PlainDate, formats: Formats): string[] {
  const t = words[formats.language];
  // the week in force today, holidays or not
  const everyDay = { ...hours, calendar: { ...hours.calendar, holidayOn: () => undefined } };
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const days = [0, 1, 2, 3, 4, 5, 6].map((step) => {
    const date = monday.add({ days: step });
    // a week that began to hold in its middle is shown as it will be
    const spans = spansOn(
      everyDay,
      Temporal.PlainDate.compare(date, today) < 0 ? date.add({ days: 7 }) : date,
    );
    return spans.map(({ opens, closes }) => formats.window(opens, closes)).join(', ');
  });
  const lines: { from: number; to: number; text: string }[] = [];
  days.forEach((text, index) => {
    const last = lines.at(-1);
    if (text === '') return;
    if (last?.text === text && last.to === index) lines[lines.length - 1] = { ...last, to: index + 1 };
    else lines.push({ from: index + 1, to: index + 1, text });
  });
  return lines.map(({ from, to, text }) => {
    const name = formats.weekday(from);
    return `${from === to ? name : t.days({ from: name, to: formats.weekday(to) })} ${text}`;
  });
}

function closuresFrom(hours: ServicePromise, today: Temporal.PlainDate) {
  const everyDay = { ...hours, calendar: { ...hours.calendar, holidayOn: () => undefined } };
  const found = [];
  for (let step = 1; step <= CLOSURES_AHEAD_DAYS; step += 1) {
    const date = today.add({ days: step });
    const name = hours.calendar.holidayOn(date);
    if (name && spansOn(everyDay, date).length > 0) found.push({ date, name });
  }
  return found;
}
