import type { Formats } from '../../platform/i18n/index.ts';
import { words } from './words.ts';

export interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** "November 2026" for a whole month, "KW 47/2026" for a week, one date for one day, else two. */
export function periodText({ from, to }: Period, formats: Formats): string {
  const days = from.until(to, { largestUnit: 'day' }).days + 1;
  if (days === 1) return formats.shortDate(from);
  if (days === 7 && from.dayOfWeek === 1) {
    return words[formats.language].week({ week: from.weekOfYear ?? 0, year: from.yearOfWeek ?? 0 });
  }
  if (from.day === 1 && days === from.daysInMonth) return formats.month(from);
  return `${formats.shortDate(from)} – ${formats.shortDate(to)}`;
}
