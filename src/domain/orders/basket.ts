import type { FieldProblem } from '../refusal.ts';

/** The lines of a basket that become one order. */
export interface ServiceShare<Line> {
  readonly serviceCode: string;
  readonly lines: readonly Line[];
}

/** A line as far as its quantity matters. `maxPerOrder` is in pieces of the product's unit. */
export interface QuantityLine {
  readonly productCode: string;
  readonly quantity: number;
  readonly maxPerOrder: number;
}

/**
 * Splits a basket into one share per service, because deadlines hang on the product and not on the menu:
 * boxes may still be cancelled when the labels of the same basket may not. Services come in the order of
 * their first line, lines keep theirs.
 */
export function splitByService<Line extends { readonly serviceCode: string }>(
  lines: readonly Line[],
): readonly ServiceShare<Line>[] {
  const shares = Map.groupBy(lines, (line) => line.serviceCode);
  return [...shares].map(([serviceCode, own]) => ({ serviceCode, lines: own }));
}

/** What form and API call the quantity of a product: `quantity.BOX_SMALL`. */
export function quantityField(productCode: string): string {
  return `quantity.${productCode}`;
}

/**
 * Checks that every quantity is a whole number from 1 to the most that one order may hold. Lines of the same
 * product count together, so that a limit cannot be passed by repeating the line. One problem per product.
 */
export function checkQuantities(lines: readonly QuantityLine[]): readonly FieldProblem[] {
  const products = Map.groupBy(lines, (line) => line.productCode);
  return [...products].flatMap(([productCode, own]) => problemOf(quantityField(productCode), own) ?? []);
}

function problemOf(field: string, lines: readonly QuantityLine[]): FieldProblem | undefined {
  const quantities = lines.map((line) => line.quantity);
  if (!quantities.every(Number.isInteger)) return { field, problem: 'not-a-number' };
  if (quantities.some((quantity) => quantity < 1)) return { field, problem: 'too-small', limit: 1 };
  const limit = Math.min(...lines.map((line) => line.maxPerOrder));
  const total = quantities.reduce((sum, quantity) => sum + quantity, 0);
  return total > limit ? { field, problem: 'too-large', limit } : undefined;
}
