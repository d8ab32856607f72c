import type { Language } from './language.ts';

/*
 * Used by the server for the first rendering and by the browser's countdown, so that both say the same.
 * It therefore imports nothing at run time.
 */

const UNITS = {
  de: { days: 'Tage', day: 'Tag', hours: 'Std.', minutes: 'Min.', moment: 'weniger als 1 Min.' },
  en: { days: 'days', day: 'day', hours: 'hr', minutes: 'min', moment: 'less than 1 min' },
} as const;

/** German bends the days after "vor": noch 2 Tage, vor 2 Tagen. */
const GERMAN_PAST: Units = { ...UNITS.de, days: 'Tagen' };

type Units = Record<keyof (typeof UNITS)['de'], string>;

/** A span of time in its two largest units: "3 Std. 12 Min.", "2 Tage 5 Std.", "weniger als 1 Min.". */
export function span(language: Language, milliseconds: number): string {
  return spell(milliseconds, UNITS[language]);
}

function spell(milliseconds: number, unit: Units): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 1) return unit.moment;
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor(minutes / 60) % 24;
  if (days > 0) return join(`${days} ${days === 1 ? unit.day : unit.days}`, hours, unit.hours);
  if (hours > 0) return join(`${hours} ${unit.hours}`, minutes % 60, unit.minutes);
  return `${minutes} ${unit.minutes}`;
}

function join(large: string, count: number, unit: string): string {
  return count === 0 ? large : `${large} ${count} ${unit}`;
}

/** The time left until something: "noch 3 Std. 12 Min.", "3 hr 12 min left"; for the past "vor …", "… ago". */
export function remaining(language: Language, milliseconds: number): string {
  const past = milliseconds < 0;
  if (language === 'de')
    return past ? `vor ${spell(milliseconds, GERMAN_PAST)}` : `noch ${span('de', milliseconds)}`;
  return `${span('en', milliseconds)} ${past ? 'ago' : 'left'}`;
}
