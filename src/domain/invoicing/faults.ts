import { lineNet, shareOf } from '../money.ts';
import type { Invoice } from './invoice.ts';

/**
 * What is wrong with an invoice by EN 16931 and § 14 UStG, by the names of the rules; empty for one that may be
 * issued. Asked right before a number is used up: whatever made the invoice may have erred.
 */
export function invoiceFaults(invoice: Invoice): string[] {
  return RULES.filter(([, holds]) => !holds(invoice)).map(([name]) => name);
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const isFilled = (...texts: readonly string[]) => texts.every((text) => text.trim() !== '');

/**
 * How far an amount may lie beside its own multiplication. Nothing for an invoice; a cent for what takes one back after
 * others did, see `reversal`. EN 16931 lets both pass.
 */
const slackOf = ({ kind }: Invoice) => (kind === 'invoice' ? 0 : 1);

const RULES: readonly (readonly [string, (invoice: Invoice) => boolean])[] = [
  ['BR-02 number', ({ number }) => isFilled(number)],
  ['BR-06 seller', ({ seller }) => isFilled(seller.name, seller.street, seller.postcode, seller.city)],
  ['BR-CO-26 seller id', ({ seller }) => isFilled(seller.vatId) || isFilled(seller.taxNumber)],
  ['BR-07 buyer', ({ buyer }) => isFilled(buyer.name, buyer.street, buyer.postcode, buyer.city)],
  ['BR-DE-15 buyer reference', ({ buyerReference }) => isFilled(buyerReference)],
  ['BR-16 lines', ({ lines }) => lines.length > 0],
  ['BR-25 names', ({ lines }) => lines.every(({ name }) => isFilled(name))],
  ['BR-27 prices', ({ lines }) => lines.every(({ unitPrice }) => unitPrice >= 0)],
  [
    'line amounts',
    (invoice) =>
      invoice.lines.every(
        (line) => Math.abs(line.net - lineNet(line.unitPrice, line.quantity)) <= slackOf(invoice),
      ),
  ],
  ['BR-CO-10 sum of lines', ({ lines, net }) => sum(lines.map((line) => line.net)) === net],
  ['BR-CO-13 bases', ({ vat, net }) => sum(vat.map(({ base }) => base)) === net],
  ['BR-CO-14 tax', ({ vat, tax }) => sum(vat.map((share) => share.tax)) === tax],
  ['BR-CO-15 gross', ({ net, tax, gross }) => net + tax === gross],
  [
    'BR-CO-17 tax of a rate',
    (invoice) =>
      invoice.vat.every((share) => Math.abs(share.tax - shareOf(share.base, share.rate)) <= slackOf(invoice)),
  ],
  ['BR-S-05 standard rate', ({ lines }) => lines.every(({ vat }) => vat.category !== 'S' || vat.rate > 0)],
  ['BR-E-05 exempt rate', ({ lines }) => lines.every(({ vat }) => vat.category === 'S' || vat.rate === 0)],
  [
    'BR-E-10 reason',
    ({ vat }) => vat.every(({ category, reason }) => (category === 'E') === isFilled(reason)),
  ],
  ['BR-55 preceding', ({ kind, preceding }) => (kind === 'invoice') === (preceding === null)],
  ['period', ({ from, to }) => from <= to],
  ['BR-CO-25 terms', ({ paymentTerms }) => isFilled(paymentTerms)],
];
