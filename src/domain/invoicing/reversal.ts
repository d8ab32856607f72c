import { completeInvoice } from './complete.ts';
import type { Invoice, InvoiceDraft } from './invoice.ts';

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
 * The document that takes an invoice back, whole or in parts: the same lines at the same prices, with the amounts of
 * the original. Names its original. What it gives back is set off.
 */
export function reversal(original: Invoice, taken: readonly TakenBack[], facts: ReversalFacts): Invoice {
  const quantities = new Map(taken.map(({ position, quantity }) => [position, quantity]));
  return completeInvoice({
    ...original,
    ...facts,
    preceding: { number: original.number, issuedOn: original.issuedOn },
    payment: { kind: 'set-off' },
    lines: original.lines.flatMap((line) => {
      const quantity = quantities.get(line.position) ?? 0;
      return quantity === 0 ? [] : [{ ...line, quantity }];
    }),
  });
}

/** Everything that is left of an invoice when earlier corrections took these quantities back. */
export function remaining(original: Invoice, taken: readonly TakenBack[]): TakenBack[] {
  return original.lines.flatMap(({ position, quantity }) => {
    const gone = taken
      .filter((one) => one.position === position)
      .reduce((total, one) => total + one.quantity, 0);
    return quantity - gone === 0 ? [] : [{ position, quantity: quantity - gone }];
  });
}
