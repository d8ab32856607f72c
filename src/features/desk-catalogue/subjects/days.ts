import type { Subject } from '../subject.ts';
import { dayQueries } from './day-queries.ts';
import { bilingualFields, halfText } from './fields.ts';

/** A day on which the carrier departs from its weekdays and holidays: closed, or open all the same. */
export const day: Subject = {
  key: 'kalender',
  title: { de: 'Tag', en: 'Day' },
  lead: {
    de: 'An einem geschlossenen Tag wird nichts mehr angeboten. Was für ihn schon gebucht ist, bleibt gebucht: Sprechen Sie diese Firmen an.',
    en: 'Nothing more is offered on a closed day. What is booked for it already stays booked: talk to those firms.',
  },
  effect: 'dated',
  isDay: true,
  fields: [
    {
      name: 'kind',
      kind: 'choice',
      label: { de: 'An diesem Tag', en: 'On this day' },
      options: {
        regular: {
          de: 'wie üblich: Wochentag und Feiertage entscheiden',
          en: 'as usual: weekday and holidays decide',
        },
        closed: { de: 'geschlossen', en: 'closed' },
        open: { de: 'offen, auch wenn Feiertag ist', en: 'open, also on a holiday' },
      },
    },
    ...bilingualFields('name', { de: 'Anlass', en: 'Occasion' }, { max: 100, optional: true }),
  ],
  check: (values) =>
    values.kind !== 'regular' && !values.name_de
      ? { field: 'name_de', problem: 'required' }
      : halfText(values, 'name'),
  ...dayQueries,
};
