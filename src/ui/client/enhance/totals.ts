/** One position of a basket. */
export interface Position {
  quantity: number;
  /** Hundredths of a cent. */
  unitPrice: number;
  /** Basis points. */
  vat: number;
}

/** Cents. */
export interface Totals {
  net: number;
  vat: number;
  gross: number;
}

/** Reckons like the server: each line rounded half up to cents, the VAT of a rate on the sum of its lines. */
export function totalsOf(positions: readonly Position[]): Totals {
  const netByRate = new Map<number, number>();
  for (const { quantity, unitPrice, vat } of positions) {
    netByRate.set(vat, (netByRate.get(vat) ?? 0) + halfUp(quantity * unitPrice, 100));
  }
  let net = 0;
  let vat = 0;
  for (const [rate, sum] of netByRate) {
    net += sum;
    vat += halfUp(sum * rate, 10_000);
  }
  return { net, vat, gross: net + vat };
}

/** Whole-number division of amounts that are never negative; a half goes up. */
function halfUp(amount: number, by: number): number {
  return Math.floor((amount + by / 2) / by);
}
