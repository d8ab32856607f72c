import type { DescriptionItem, Frame, SelectOption } from '../../ui/index.ts';
import { type FormFields, fieldValue } from '../../web/index.ts';
import type { MailProduct } from '../catalogue/index.ts';
import type { DeskDropOff } from '../drop-offs/index.ts';
import type { CountRow } from './pages/count-page.tsx';
import type { StartRow } from './pages/start-page.tsx';
import { countHref, receiptHref } from './paths.ts';
import type { expectedDropOffs, Receipt, ReceiptItem } from './queries.ts';
import { words } from './words.ts';

export const expectedRows = (
  rows: Awaited<ReturnType<typeof expectedDropOffs>>,
  { formats }: Frame,
): StartRow[] =>
  rows.map((row) => ({
    href: countHref(row.code),
    name: row.number,
    customer: `${row.customerNumber} ${row.customerName}`,
    when: formats.window(row.starts, row.ends),
  }));

export const receiptRows = (rows: readonly Receipt[], { formats }: Frame): StartRow[] =>
  rows.map((row) => ({
    href: receiptHref(row.number),
    name: row.number,
    customer: `${row.customerNumber} ${row.customerName}`,
    when: formats.dateTime(row.acceptedAt),
  }));

/** The kinds that were announced; a field begins with what was announced, for most is as announced. */
export function countRows(
  { announced }: DeskDropOff,
  { language, formats }: Frame,
  typed: FormFields | undefined,
): CountRow[] {
  return announced.items.map(({ productCode: code, name, pieces, grams }) => ({
    code,
    name: name[language],
    announced: formats.number(pieces),
    pieces: typed ? fieldValue(typed, `pieces.${code}`) : `${pieces}`,
    grams: typed ? fieldValue(typed, `grams.${code}`) : `${pieces * grams}`,
  }));
}

/** What else could have come: products that were not announced and do not only add to the price of another. */
export function productOptions(
  products: ReadonlyMap<string, MailProduct>,
  { announced }: DeskDropOff,
  { language }: Frame,
): SelectOption[] {
  const surcharges = new Set([...products.values()].map(({ surchargeCode }) => surchargeCode));
  const known = new Set(announced.items.map(({ productCode }) => productCode));
  return [...products.values()]
    .filter(({ code, isActive }) => isActive && !surcharges.has(code) && !known.has(code))
    .map(({ code, name }) => ({ value: code, label: name[language] }));
}

export function factsOf(dropOff: DeskDropOff, site: string, { language, formats }: Frame): DescriptionItem[] {
  const t = words[language];
  const window = `${formats.date(dropOff.date)}, ${formats.window(dropOff.starts, dropOff.ends)}`;
  return filled([
    { term: t.customer, value: `${dropOff.customerNumber} ${dropOff.customerName}` },
    { term: t.order, value: dropOff.number },
    { term: t.window, value: window },
    { term: t.count.site, value: site },
    { term: t.count.reference, value: dropOff.reference },
    { term: t.count.costCentre, value: dropOff.costCentre },
    { term: t.count.note, value: dropOff.announced.note },
  ]);
}

export function receiptFacts(receipt: Receipt, { language, formats }: Frame): DescriptionItem[] {
  const t = words[language];
  return filled([
    { term: t.customer, value: `${receipt.customerNumber} ${receipt.customerName}` },
    { term: t.order, value: receipt.order },
    { term: t.count.site, value: receipt.site },
    { term: t.acceptedAt, value: formats.dateTime(receipt.acceptedAt) },
    { term: t.one.clerk, value: receipt.clerk },
    { term: t.one.containers, value: receipt.containers > 0 ? formats.number(receipt.containers) : '' },
    { term: t.one.reason, value: receipt.reason },
  ]);
}

export function receiptItems(
  { items }: Receipt,
  products: ReadonlyMap<string, MailProduct>,
  { language, formats }: Frame,
) {
  return (items as readonly ReceiptItem[]).map(({ product, announced, counted, grams }) => ({
    name: products.get(product)?.name[language] ?? product,
    announced: formats.number(announced),
    counted: formats.number(counted),
    difference: formats.number(counted - announced),
    grams: formats.number(grams),
  }));
}

const filled = (items: readonly { readonly term: string; readonly value: string }[]) =>
  items.filter(({ value }) => value !== '');
