import { type Cents, exactSum, lineNet } from '../money.ts';
import { completeInvoice } from './complete.ts';
import type { Invoice, InvoiceDraft, InvoiceLine, VatTreatment } from './invoice.ts';

/** How much of a line is taken back. */
export interface TakenBack {
  readonly position: number;
  /** Whole pieces, at most those of the line that no earlier correction took back. */
  readonly quantity: number;
}

/** What a document that takes back says by itself; everything else comes from the original. */
export type ReversalFacts = Pick<
  InvoiceDraft,
  'kind' | 'number' | 'issuedOn' | 'paymentTerms' | 'notes' | 'seller'
>;

/**
 * The document that takes an invoice back, whole or in parts: the same lines at the same prices. Names its original.
 * What it gives back is set off.
 *
 * Amounts are what all documents so far take back, less what the earlier ones did: rounded anew each time, ten parts of
 * a line could give back cents that were never charged. The last part therefore brings the sum to that of the original,
 * and a single amount may lie a cent beside its own multiplication.
 * @param earlier what earlier documents took back
 */
export function reversal(
  original: Invoice,
  taken: readonly TakenBack[],
  facts: ReversalFacts,
  earlier: readonly TakenBack[] = [],
): Invoice {
  const gone = quantitiesOf(earlier);
  const now = quantitiesOf(taken);
  const part = (quantityOf: (line: InvoiceLine) => number) =>
    completeInvoice({
      ...original,
      ...facts,
      preceding: { number: original.number, issuedOn: original.issuedOn },
      payment: { kind: 'set-off' },
      lines: original.lines.flatMap((line) => {
        const quantity = quantityOf(line);
        return quantity === 0 ? [] : [{ ...line, quantity }];
      }),
    });
  const before = part(({ position }) => gone(position));
  const after = part(({ position }) => gone(position) + now(position));
  const own = part(({ position }) => now(position));
  const chosen = original.lines.filter(({ position }) => now(position) !== 0);
  const lines = own.lines.map((line, index) => {
    const past = gone(chosen[index]?.position ?? 0);
    const { unitPrice, quantity } = line;
    return { ...line, net: lineNet(unitPrice, past + quantity) - lineNet(unitPrice, past) };
  });
  const vat = own.vat.map((share) => ({
    ...share,
    base: exactSum(lines.filter((line) => isAlike(line.vat, share)).map(({ net }) => net)),
    tax: taxOf(after, share) - taxOf(before, share),
  }));
  const net = exactSum(lines.map((line) => line.net));
  const tax = exactSum(vat.map((share) => share.tax));
  return { ...own, lines, vat, net, tax, gross: exactSum([net, tax]) };
}

/** Everything that is left of an invoice when earlier corrections took these quantities back. */
export function remaining(original: Invoice, taken: readonly TakenBack[]): TakenBack[] {
  const gone = quantitiesOf(taken);
  return original.lines.flatMap(({ position, quantity }) => {
    const left = quantity - gone(position);
    return left === 0 ? [] : [{ position, quantity: left }];
  });
}

/** How much of a position was taken back altogether. */
function quantitiesOf(taken: readonly TakenBack[]): (position: number) => number {
  const quantities = new Map<number, number>();
  for (const { position, quantity } of taken)
    quantities.set(position, (quantities.get(position) ?? 0) + quantity);
  return (position) => quantities.get(position) ?? 0;
}

const isAlike = (a: VatTreatment, b: VatTreatment) => a.category === b.category && a.rate === b.rate;

const taxOf = ({ vat }: Invoice, treatment: VatTreatment): Cents =>
  vat.find((share) => isAlike(share, treatment))?.tax ?? 0;
