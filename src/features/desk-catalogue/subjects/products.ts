import type { FieldSpec } from '../fields.ts';
import type { Subject } from '../subject.ts';
import { bilingualFields, halfText } from './fields.ts';
import { mailProductQueries, productQueries } from './product-queries.ts';

const NAME = bilingualFields('name', { de: 'Name', en: 'Name' }, { max: 100 });
const SOLD: FieldSpec = { name: 'isActive', kind: 'tick', label: { de: 'wird angeboten', en: 'is offered' } };

/** Goods and services that are ordered by the piece. */
export const product: Subject = {
  key: 'produkte',
  title: { de: 'Beschreibung', en: 'Description' },
  lead: {
    de: 'Was Kundinnen und Kunden lesen und wie viel sie auf einmal bestellen. Gebuchte Aufträge bleiben, wie sie sind.',
    en: 'What customers read, and how much they order at once. Booked orders stay as they are.',
  },
  effect: 'planned',
  fields: [
    ...NAME,
    ...bilingualFields('unit', { de: 'Einheit', en: 'Unit' }, { max: 40 }),
    ...bilingualFields('hint', { de: 'Hinweis', en: 'Hint' }, { max: 300, optional: true, rows: 2 }),
    {
      name: 'maxPerOrder',
      kind: 'number',
      min: 1,
      max: 100_000,
      label: { de: 'Höchstmenge je Auftrag', en: 'Maximum per order' },
    },
    SOLD,
  ],
  check: (values) => halfText(values, 'hint'),
  ...productQueries,
};

/** What is delivered and counted. */
export const mailProduct: Subject = {
  key: 'postprodukte',
  title: { de: 'Beschreibung', en: 'Description' },
  lead: {
    de: 'Formate, Gewichte und Mindestmengen. Gezählte Mengen bleiben, wie sie sind.',
    en: 'Formats, weights and minimum quantities. Counted volumes stay as they are.',
  },
  effect: 'planned',
  fields: [
    ...NAME,
    ...bilingualFields('limits', { de: 'Format und Gewicht', en: 'Format and weight' }, { max: 200 }),
    {
      name: 'maxGrams',
      kind: 'number',
      min: 1,
      max: 100_000,
      optional: true,
      label: { de: 'Höchstgewicht in Gramm', en: 'Maximum weight in grams' },
    },
    {
      name: 'minPieces',
      kind: 'number',
      min: 1,
      max: 1_000_000,
      label: { de: 'Mindestmenge', en: 'Minimum pieces' },
    },
    {
      name: 'fullPricePieces',
      kind: 'number',
      min: 2,
      max: 1_000_000,
      optional: true,
      label: { de: 'Ohne Aufschlag ab', en: 'Without surcharge from' },
      hint: {
        de: 'Nur bei Produkten mit Kleinmengenaufschlag',
        en: 'Only for products with a small-quantity surcharge',
      },
    },
    SOLD,
  ],
  check: ({ minPieces, fullPricePieces }) =>
    fullPricePieces !== null && Number(fullPricePieces) <= Number(minPieces)
      ? { field: 'fullPricePieces', problem: 'too-small', limit: Number(minPieces) + 1 }
      : undefined,
  ...mailProductQueries,
};
