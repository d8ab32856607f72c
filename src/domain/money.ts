/** An amount in whole cents. Negative for what is credited. */
export type Cents = number;
/** A price per piece in hundredths of a cent: 142000 is 14.20 EUR, 7125 is 71.25 cents. */
export type UnitPrice = number;
/** A tax rate in basis points: 1900 is 19 %. */
export type BasisPoints = number;

/** What the totals need to know of a line. */
export interface TaxedLine {
  readonly net: Cents;
  readonly vatRate: BasisPoints;
}

/** The tax of all lines of one rate: `amount` is the tax on `base`. */
export interface VatShare {
  readonly rate: BasisPoints;
  readonly base: Cents;
  readonly amount: Cents;
}

export interface Totals {
  readonly net: Cents;
  /** One entry per rate that occurs (0 % too), the highest rate first. */
  readonly vat: readonly VatShare[];
  readonly gross: Cents;
}

const HUNDREDTHS_PER_CENT = 100;
const BASIS_POINTS_PER_WHOLE = 10_000;

/**
 * The net amount of one line in cents: price times quantity, rounded once, half up. The quantity is in
 * whole pieces. Throws a RangeError for anything but integers, because that is a fault of the program.
 */
export function lineNet(unitPrice: UnitPrice, quantity: number): Cents {
  return divideHalfUp(exact(unitPrice) * exact(quantity), HUNDREDTHS_PER_CENT);
}

/**
 * Sums lines as an invoice does (EN 16931 BR-CO-14, BR-CO-17): per rate the tax is computed on the sum of
 * the lines and rounded once, half up; so the gross may differ from the sum of rounded gross lines.
 * Throws a RangeError for anything but integers.
 */
export function totals(lines: readonly TaxedLine[]): Totals {
  const bases = new Map<BasisPoints, Cents>();
  for (const { net, vatRate } of lines) {
    bases.set(exact(vatRate), exact((bases.get(vatRate) ?? 0) + exact(net)));
  }
  const vat = [...bases]
    .sort(([a], [b]) => b - a)
    .map(([rate, base]) => ({ rate, base, amount: shareOf(base, rate) }));
  const net = sum(vat.map((share) => share.base));
  return { net, vat, gross: exact(net + sum(vat.map((share) => share.amount))) };
}

/** The tax on an amount: rounded once, half up (away from zero). Throws a RangeError for anything but integers. */
export const shareOf = (base: Cents, rate: BasisPoints): Cents =>
  divideHalfUp(exact(base) * exact(rate), BASIS_POINTS_PER_WHOLE);

/** Adds amounts up. Throws a RangeError for anything but integers. */
export const exactSum = (amounts: readonly Cents[]): Cents => sum(amounts.map(exact));

/**
 * Integer division that rounds a half away from zero. Symmetric, so that a correction takes back exactly
 * what was invoiced. Works with the remainder, because a floating quotient errs with large amounts.
 */
function divideHalfUp(dividend: number, divisor: number): number {
  const amount = Math.abs(exact(dividend));
  const remainder = amount % divisor;
  const rounded = (amount - remainder) / divisor + (remainder * 2 >= divisor ? 1 : 0);
  return dividend < 0 && rounded > 0 ? -rounded : rounded;
}

function sum(amounts: readonly Cents[]): Cents {
  return amounts.reduce((total, amount) => exact(total + amount), 0);
}

/** Fractions, NaN and numbers beyond 2^53 have lost cents already: better to stop than to invoice them. */
function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not an exact integer: ${value}`);
  return value;
}
