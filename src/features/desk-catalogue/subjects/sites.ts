import type { FieldSpec } from '../fields.ts';
import type { Subject } from '../subject.ts';
import { bilingualFields } from './fields.ts';
import { serviceHoursQueries, siteHoursQueries, siteQueries } from './site-queries.ts';

/** Where customers bring their mail. */
export const site: Subject = {
  key: 'standorte',
  title: { de: 'Standort', en: 'Site' },
  lead: {
    de: 'Wo Kundinnen und Kunden selbst einliefern. Gebuchte Einlieferungen bleiben an ihrem Standort.',
    en: 'Where customers drop their mail off. Booked drop-offs stay at their site.',
  },
  effect: 'planned',
  fields: [
    { name: 'name', kind: 'text', max: 100, label: { de: 'Name', en: 'Name' } },
    {
      name: 'street',
      kind: 'text',
      max: 100,
      label: { de: 'Straße und Hausnummer', en: 'Street and number' },
    },
    { name: 'postcode', kind: 'text', max: 10, label: { de: 'Postleitzahl', en: 'Postcode' } },
    { name: 'city', kind: 'text', max: 60, label: { de: 'Ort', en: 'City' } },
    ...bilingualFields('hint', { de: 'Hinweis zur Anfahrt', en: 'How to get there' }, { max: 300, rows: 2 }),
    { name: 'isActive', kind: 'tick', label: { de: 'nimmt Einlieferungen an', en: 'takes drop-offs' } },
  ],
  ...siteQueries,
};

const WEEKDAYS = [
  { de: 'Montag', en: 'Monday' },
  { de: 'Dienstag', en: 'Tuesday' },
  { de: 'Mittwoch', en: 'Wednesday' },
  { de: 'Donnerstag', en: 'Thursday' },
  { de: 'Freitag', en: 'Friday' },
  { de: 'Samstag', en: 'Saturday' },
  { de: 'Sonntag', en: 'Sunday' },
];

const WEEK: readonly FieldSpec[] = WEEKDAYS.map((label, index) => ({
  name: `day_${index + 1}`,
  kind: 'hours' as const,
  label,
  ...(index === 0
    ? {
        hint: {
          de: 'Zum Beispiel 08:00–12:00, 13:00–18:00; leer heißt geschlossen',
          en: 'For example 08:00–12:00, 13:00–18:00; empty means closed',
        },
      }
    : {}),
}));

/** When a site is open. */
export const siteHours: Subject = {
  key: 'oeffnungszeiten',
  title: { de: 'Öffnungszeiten', en: 'Opening hours' },
  lead: {
    de: 'Was Kundinnen und Kunden lesen. Wann eingeliefert werden kann, sagen die Zeitfenster des Standorts.',
    en: 'What customers read. The time windows of the site say when mail can be dropped off.',
  },
  effect: 'planned',
  fields: WEEK,
  ...siteHoursQueries,
};

/** When the customer service answers the phone; there is one of it. */
export const serviceHours: Subject = {
  key: 'servicezeiten',
  title: { de: 'Zeiten der Kundenbetreuung', en: 'Hours of the customer service' },
  lead: {
    de: 'Danach steht auf jeder Seite, ob gerade jemand da ist, und bis wann eine Anfrage beantwortet wird.',
    en: 'They decide whether each page says that somebody is there, and until when a question is answered.',
  },
  effect: 'dated',
  fields: WEEK,
  ...serviceHoursQueries,
};
