import type { FieldProblem } from '../../../domain/refusal.ts';
import type { FieldSpec, Values } from '../fields.ts';
import type { Subject } from '../subject.ts';
import { bilingualFields, halfText } from './fields.ts';
import { type PriceTables, priceQueries, vatQueries } from './price-queries.ts';

const PRICE: readonly FieldSpec[] = [
  {
    name: 'unitPrice',
    kind: 'price',
    label: { de: 'Preis netto in Euro', en: 'Net price in euros' },
    hint: {
      de: 'Bis zu vier Nachkommastellen, zum Beispiel 0,71',
      en: 'Up to four places, for example 0.71',
    },
  },
];

const VAT: readonly FieldSpec[] = [
  {
    name: 'category',
    kind: 'choice',
    label: { de: 'Besteuerung', en: 'Taxation' },
    options: {
      S: { de: 'steuerpflichtig', en: 'taxed' },
      E: { de: 'steuerfrei, mit Grund', en: 'exempt, with a reason' },
      Z: { de: 'Nullsatz', en: 'zero rate' },
    },
  },
  { name: 'rate', kind: 'percent', label: { de: 'Satz in Prozent', en: 'Rate in per cent' } },
  ...bilingualFields(
    'reason',
    { de: 'Grund der Befreiung', en: 'Reason for the exemption' },
    { max: 200, optional: true },
  ),
];

/** A rate where it is taxed, a reason where it is exempt, and neither where it is not: an invoice must say it so. */
function vatProblem(values: Values): FieldProblem | undefined {
  const { category, rate } = values;
  if (category === 'S' && rate === 0) return { field: 'rate', problem: 'too-small', limit: 1 };
  if (category !== 'S' && rate !== 0) return { field: 'rate', problem: 'too-large', limit: 0 };
  if (category === 'E' && !values.reason_de) return { field: 'reason_de', problem: 'required' };
  if (category !== 'E' && (values.reason_de || values.reason_en))
    return { field: values.reason_de ? 'reason_de' : 'reason_en', problem: 'not-offered' };
  return halfText(values, 'reason');
}

const priceSubject = (key: string, title: Subject['title'], tables: PriceTables): Subject => ({
  key,
  title,
  lead: {
    de: 'Ein Preis gilt ab seinem Tag. Gebuchte Aufträge behalten den Preis, mit dem sie gebucht wurden.',
    en: 'A price holds from its day on. Booked orders keep the price that they were booked with.',
  },
  effect: 'dated',
  fields: PRICE,
  ...priceQueries(tables),
});

const vatSubject = (key: string, title: Subject['title'], tables: PriceTables): Subject => ({
  key,
  title,
  lead: {
    de: 'Die Besteuerung gilt ab ihrem Tag. Den Grund einer Befreiung nennt die Rechnung.',
    en: 'The taxation holds from its day on. The invoice names the reason for an exemption.',
  },
  effect: 'dated',
  fields: VAT,
  check: vatProblem,
  ...vatQueries(tables),
});

const GOODS: PriceTables = { product: 'product', price: 'product_price', vat: 'product_vat' };
const MAIL: PriceTables = { product: 'mail_product', price: 'mail_product_price', vat: 'mail_product_vat' };

export const productPrice = priceSubject('preise', { de: 'Preis', en: 'Price' }, GOODS);
export const productVat = vatSubject('steuer', { de: 'Umsatzsteuer', en: 'VAT' }, GOODS);
export const mailPrice = priceSubject('postpreise', { de: 'Preis', en: 'Price' }, MAIL);
export const mailVat = vatSubject('poststeuer', { de: 'Umsatzsteuer', en: 'VAT' }, MAIL);
