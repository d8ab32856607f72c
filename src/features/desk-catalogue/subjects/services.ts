import type { FieldSpec } from '../fields.ts';
import type { Subject } from '../subject.ts';
import { bilingualFields } from './fields.ts';
import { serviceQueries } from './service-queries.ts';

const DAY_KINDS = {
  calendar: { de: 'Kalendertage', en: 'calendar days' },
  business: { de: 'Arbeitstage', en: 'business days' },
};

/** "So many days before, until this time"; with a choice of its own where it may also be final. */
const deadlineFields = (
  name: 'cutoff' | 'change' | 'cancel',
  label: { readonly de: string; readonly en: string },
): FieldSpec[] => [
  ...(name === 'cutoff'
    ? []
    : [
        {
          name: `${name}_kind`,
          kind: 'choice' as const,
          label,
          options: {
            before: { de: 'bis zu einer Frist', en: 'until a deadline' },
            final: { de: 'gar nicht: verbindlich mit der Bestellung', en: 'not at all: final when placed' },
          },
        },
      ]),
  {
    name: `${name}_days`,
    kind: 'number',
    min: 0,
    max: 30,
    label: { de: `${label.de}: Tage vorher`, en: `${label.en}: days before` },
    hint: { de: '0 ist der Tag der Leistung selbst', en: '0 is the day of the service itself' },
  },
  {
    name: `${name}_dayKind`,
    kind: 'choice',
    label: { de: `${label.de}: gezählt in`, en: `${label.en}: counted in` },
    options: DAY_KINDS,
  },
  { name: `${name}_time`, kind: 'time', label: { de: `${label.de}: bis`, en: `${label.en}: until` } },
];

/** Hours, deadlines and lead times of a service. */
export const service: Subject = {
  key: 'leistungen',
  title: { de: 'Zeiten und Fristen', en: 'Hours and deadlines' },
  lead: {
    de: 'Gilt für alles, was ab diesem Tag gebucht wird. Gebuchte Aufträge behalten ihre Fristen.',
    en: 'Holds for everything that is booked from this day on. Booked orders keep their deadlines.',
  },
  effect: 'planned',
  fields: [
    ...bilingualFields('name', { de: 'Name', en: 'Name' }, { max: 100 }),
    ...bilingualFields(
      'hours',
      { de: 'Service- und Bestellzeiten', en: 'Service and order hours' },
      { max: 300, rows: 2 },
    ),
    ...deadlineFields('cutoff', { de: 'Bestellbar', en: 'Can be ordered' }),
    ...deadlineFields('change', { de: 'Änderbar', en: 'Can be changed' }),
    ...deadlineFields('cancel', { de: 'Stornierbar', en: 'Can be cancelled' }),
    {
      name: 'leadBusinessDays',
      kind: 'number',
      min: 0,
      max: 30,
      label: { de: 'Vorlauf in Arbeitstagen', en: 'Lead time in business days' },
    },
    {
      name: 'horizonDays',
      kind: 'number',
      min: 1,
      max: 366,
      label: { de: 'Buchbar für so viele Tage im Voraus', en: 'Can be booked so many days ahead' },
    },
  ],
  ...serviceQueries,
};
