import { type Cents, exactSum, lineNet, shareOf } from '../money.ts';
import type { Invoice, InvoiceDraft, InvoiceLine, VatBreakdown, VatCategory } from './invoice.ts';

/**
 * Computes what an invoice adds up to (EN 16931): each line is rounded to the cent, the tax of a category is computed
 * on the sum of its lines and rounded once (BR-CO-10, -13, -14, -15, -17). Amounts of a correction are positive too;
 * its kind says that they are given back.
 */
export function completeInvoice(draft: InvoiceDraft): Invoice {
  const lines = draft.lines.map((line, index) => ({
    ...line,
    position: index + 1,
    net: lineNet(line.unitPrice, line.quantity),
  }));
  const vat = breakdown(lines);
  const net = exactSum(vat.map(({ base }) => base));
  const tax = exactSum(vat.map((share) => share.tax));
  return { ...draft, lines, vat, net, tax, gross: exactSum([net, tax]) };
}

const ORDER: readonly VatCategory[] = ['S', 'Z', 'E'];

function breakdown(lines: readonly InvoiceLine[]): VatBreakdown[] {
  const shares = new Map<string, { vat: InvoiceLine['vat']; base: Cents; reasons: Set<string> }>();
  for (const { vat, net } of lines) {
    const key = `${vat.category} ${vat.rate}`;
    const share = shares.get(key) ?? { vat, base: 0, reasons: new Set() };
    if (vat.reason) share.reasons.add(vat.reason);
    shares.set(key, { ...share, base: exactSum([share.base, net]) });
  }
  return [...shares.values()]
    .map(({ vat, base, reasons }) => ({
      category: vat.category,
      rate: vat.rate,
      // an invoice has one entry for all that is exempt, so it names every reason
      reason: [...reasons].join('; '),
      base,
      tax: shareOf(base, vat.rate),
    }))
    .sort((a, b) => ORDER.indexOf(a.category) - ORDER.indexOf(b.category) || b.rate - a.rate);
}
