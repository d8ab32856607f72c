import type { Invoice, TakenBack } from '../../domain/invoicing/index.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { DescriptionItem } from '../../ui/index.ts';
import { words } from './words.ts';

/** `menge-3`: how much of the line at position 3 is taken back. */
export const quantityField = (position: number) => `menge-${position}`;

/** A line of which pieces can be taken back. */
export interface CorrectableLine {
  readonly position: number;
  readonly name: string;
  readonly left: string;
  readonly most: number;
  readonly price: string;
  readonly field: string;
}

/** The lines of an invoice of which something is left. */
export function correctableLines(
  { lines }: Invoice,
  left: readonly TakenBack[],
  formats: Formats,
): CorrectableLine[] {
  return left.flatMap(({ position, quantity }) => {
    const line = lines.find((one) => one.position === position);
    if (!line || quantity < 1) return [];
    return [
      {
        position,
        name: line.name,
        left: `${formats.number(quantity)} ${line.unit}`,
        most: quantity,
        price: formats.unitPrice(line.unitPrice),
        field: quantityField(position),
      },
    ];
  });
}

/** A document that would be issued: what it takes back, and what it adds up to. */
export interface TakeBackView {
  readonly lines: readonly {
    readonly name: string;
    readonly remarks: readonly string[];
    readonly quantity: string;
    readonly price: string;
    readonly net: string;
  }[];
  readonly sums: readonly DescriptionItem[];
  /** Reason, and what is owed before and after; only where the balance is known. */
  readonly facts: readonly DescriptionItem[];
}

/** @param balance in cents, what is owed by the invoice now; negative: what the firm has to get */
export function takeBackView(document: Invoice, formats: Formats, balance?: number): TakeBackView {
  const w = words[formats.language];
  const t = w.invoice;
  const owed = (cents: number) =>
    cents < 0 ? `${t.credit}: ${formats.money(-cents)}` : formats.money(cents);
  return {
    lines: document.lines.map((line) => ({
      name: line.name,
      remarks: [line.order, line.costCentre, line.reference].filter(Boolean),
      quantity: `${formats.number(line.quantity)} ${line.unit}`,
      price: formats.unitPrice(line.unitPrice),
      net: formats.money(line.net),
    })),
    sums: [
      { term: w.net, value: formats.money(document.net) },
      ...document.vat.map(({ rate, tax }) => ({
        term: t.vat({ rate: formats.percent(rate) }),
        value: formats.money(tax),
      })),
      { term: w.gross, value: formats.money(document.gross) },
    ],
    facts:
      balance === undefined
        ? []
        : [
            ...document.notes.map((value) => ({ term: t.reason, value })),
            { term: w.correct.owedNow, value: owed(balance) },
            { term: w.correct.owedThen, value: owed(balance - document.gross) },
          ],
  };
}
