import { DISTANCES } from '../../../domain/courier/index.ts';
import type { FieldProblem } from '../../../domain/refusal.ts';
import type { FieldSpec, Values } from '../fields.ts';
import type { Subject } from '../subject.ts';
import { courierQueries } from './courier-queries.ts';
import { bilingualFields } from './fields.ts';
import { readPrefixes } from './postcode-prefixes.ts';

const cm = (name: string, label: { readonly de: string; readonly en: string }): FieldSpec => ({
  name,
  kind: 'number',
  min: 1,
  max: 2000,
  label,
});

/** What a vehicle carries. */
export const courierVehicle: Subject = {
  key: 'kurierfahrzeuge',
  title: { de: 'Fahrzeugklasse', en: 'Class of vehicles' },
  lead: {
    de: 'Was ein Fahrzeug trägt, entscheidet, welches angeboten wird. Gebuchte Fahrten behalten ihr Fahrzeug.',
    en: 'What a vehicle carries decides which one is offered. Booked rides keep their vehicle.',
  },
  effect: 'planned',
  fields: [
    ...bilingualFields('name', { de: 'Name', en: 'Name' }, { max: 60 }),
    {
      name: 'maxKg',
      kind: 'number',
      min: 1,
      max: 10_000,
      label: { de: 'Trägt bis Kilogramm', en: 'Carries up to kilograms' },
    },
    cm('maxLength', { de: 'Länge bis Zentimeter', en: 'Length up to centimetres' }),
    cm('maxWidth', { de: 'Breite bis Zentimeter', en: 'Width up to centimetres' }),
    cm('maxHeight', { de: 'Höhe bis Zentimeter', en: 'Height up to centimetres' }),
  ],
  ...courierQueries.vehicle,
};

const FARE_LABELS: Readonly<
  Record<(typeof DISTANCES)[number], { readonly de: string; readonly en: string }>
> = {
  near: { de: 'Kurze Strecke', en: 'Short way' },
  city: { de: 'Mittlere Strecke', en: 'Middle way' },
  region: { de: 'Lange Strecke', en: 'Long way' },
};

/** What a leg of the way costs with a vehicle. */
export const courierFares: Subject = {
  key: 'kurierpreise',
  title: { de: 'Streckenpreise', en: 'Fares' },
  lead: {
    de: 'Netto je Strecke, zum Grundpreis hinzu, der als Preis des Produkts geführt wird. Gebuchte Fahrten behalten ihren Preis.',
    en: 'Net for each leg, on top of the base fee, which is kept as the price of a product. Booked rides keep their price.',
  },
  effect: 'dated',
  fields: DISTANCES.map((distance) => ({
    name: distance,
    kind: 'price' as const,
    label: FARE_LABELS[distance],
  })),
  ...courierQueries.fares,
};

/** Where a zone lies. */
export const courierZone: Subject = {
  key: 'kurierzonen',
  title: { de: 'Kurierzone', en: 'Zone of couriers' },
  lead: {
    de: 'Der längste Anfang einer Postleitzahl entscheidet. Ein Anfang, der bisher in einer anderen Zone stand, zieht um.',
    en: 'The longest beginning of a postcode decides. A beginning that was in another zone so far moves.',
  },
  effect: 'planned',
  fields: [
    ...bilingualFields('name', { de: 'Name', en: 'Name' }, { max: 100 }),
    {
      name: 'postcodes',
      kind: 'text',
      max: 4000,
      rows: 5,
      label: { de: 'Anfänge von Postleitzahlen', en: 'Beginnings of postcodes' },
      hint: { de: 'Zum Beispiel 101, 102, 10318', en: 'For example 101, 102, 10318' },
    },
  ],
  check: postcodeProblem,
  ...courierQueries.zone,
};

function postcodeProblem({ postcodes }: Values): FieldProblem | undefined {
  return readPrefixes(String(postcodes)) ? undefined : { field: 'postcodes', problem: 'unreadable' };
}

/** How far two zones are from each other. */
export const courierDistance: Subject = {
  key: 'kurierstrecken',
  title: { de: 'Strecke zwischen Zonen', en: 'Way between zones' },
  lead: {
    de: 'Hin und zurück ist gleich weit. Wo niemand fährt, wird nichts angeboten.',
    en: 'There and back are equally far. Where nobody rides, nothing is offered.',
  },
  effect: 'planned',
  fields: [
    {
      name: 'distance',
      kind: 'choice',
      label: { de: 'Strecke', en: 'Way' },
      options: { ...FARE_LABELS, none: { de: 'hier fährt niemand', en: 'nobody rides here' } },
    },
  ],
  ...courierQueries.distance,
};

/** What holds for every ride. */
export const courierTerms: Subject = {
  key: 'kurierregeln',
  title: { de: 'Regeln für Kurierfahrten', en: 'Rules of courier rides' },
  lead: {
    de: 'Gilt für Fahrten, die ab dann gebucht werden.',
    en: 'Holds for rides that are booked from then on.',
  },
  effect: 'planned',
  fields: [
    {
      name: 'directSurcharge',
      kind: 'percent',
      label: {
        de: 'Aufschlag für Direktfahrten auf Grundpreis und Strecke in Prozent',
        en: 'Surcharge for going direct on base fee and way in per cent',
      },
    },
    {
      name: 'nowMinutes',
      kind: 'number',
      min: 5,
      max: 240,
      label: { de: 'Zeitfenster einer Fahrt „sofort“ in Minuten', en: 'Window of a ride “now” in minutes' },
    },
    {
      name: 'nowCapacity',
      kind: 'number',
      min: 1,
      max: 1000,
      label: { de: 'Fahrten „sofort“ je fünf Minuten', en: 'Rides “now” within five minutes' },
    },
  ],
  ...courierQueries.terms,
};
