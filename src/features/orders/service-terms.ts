import type { CutoffRule, DeadlineRule, WeekdayWindow } from '../../domain/calendar/index.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { Service } from '../catalogue/index.ts';
import { termWords } from './service-terms-words.ts';

/** What decides when a service can be had, worded from the rules themselves. */
export interface ServiceTerms {
  readonly service: string;
  readonly items: readonly { readonly term: string; readonly value: string }[];
}

/**
 * Hours, order deadline, lead time and the deadlines of changing and cancelling.
 * @param service as it is at the address: its hours are those of the windows there
 */
export function serviceTerms(service: Service, formats: Formats): ServiceTerms {
  const t = termWords[formats.language];
  const { leadBusinessDays: lead, horizonDays: horizon } = service;
  const items = [
    { term: t.hours, value: hoursText(service.windows, formats) },
    { term: t.orderBy, value: ruleText(service.orderCutoff, formats) },
    { term: t.bookable, value: horizon === 0 ? t.onlyToday : t.ahead({ lead: t.lead(lead), horizon }) },
    { term: t.change, value: ruleText(service.changeRule, formats) },
    { term: t.cancel, value: ruleText(service.cancelRule, formats) },
  ];
  return {
    service: service.name[formats.language],
    items: items.filter(({ value }) => value !== ''),
  };
}

function ruleText(rule: CutoffRule | DeadlineRule, formats: Formats): string {
  const t = termWords[formats.language];
  if (rule.kind === 'final') return t.final;
  if (rule.kind === 'before-start') return t.beforeStart(rule.minutes);
  const time = formats.time(Temporal.PlainTime.from(rule.time));
  return t.before[rule.dayKind]({ time, days: rule.days });
}

/** From the first window to the last one of each weekday; days in a row with the same hours are said together. */
function hoursText(windows: readonly WeekdayWindow[], formats: Formats): string {
  const t = termWords[formats.language];
  const days = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const own = windows.filter((window) => window.weekday === weekday);
    const starts = own.map((window) => window.starts).sort(Temporal.PlainTime.compare)[0];
    const ends = own
      .map((window) => window.ends)
      .sort(Temporal.PlainTime.compare)
      .at(-1);
    return starts && ends ? [{ weekday, span: formats.window(starts, ends) }] : [];
  });
  const groups: { from: number; until: number; span: string }[] = [];
  for (const { weekday, span } of days) {
    const last = groups.at(-1);
    if (last && last.span === span && last.until === weekday - 1) last.until = weekday;
    else groups.push({ from: weekday, until: weekday, span });
  }
  return groups
    .map(({ from, until, span }) => {
      const [first, final] = [formats.weekday(from), formats.weekday(until)];
      return `${from === until ? first : t.days({ from: first, until: final })} ${span}`;
    })
    .join(', ');
}
