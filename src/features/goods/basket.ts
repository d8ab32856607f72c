import type { BasketLine } from '../orders/index.ts';

/** The services whose products are goods; everything else in the catalogue is booked, not ordered. */
export const GOODS_SERVICES = ['GOODS_FINAL', 'GOODS_BOXES'] as const;

/** The services that a basket touches, each once, in its order. */
export function servicesOf(lines: readonly BasketLine[]): readonly string[] {
  return [...new Set(lines.map(({ product }) => product.serviceCode))];
}
