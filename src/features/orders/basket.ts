import { checkQuantities, quantityField } from '../../domain/orders/index.ts';
import { type FieldProblem, refuse } from '../../domain/refusal.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { BasketLine } from './quote-orders.ts';

/** The name under which a refusal speaks of the basket as a whole. */
export const BASKET_FIELD = 'quantities';

/**
 * The lines of a basket in the order of the catalogue. Refuses with `invalid`, naming the field of each product:
 * nothing ordered at all, a product that is not for sale, too many of one.
 */
export function basketOf(
  catalogue: Pick<Catalogue, 'products'>,
  quantities: Readonly<Record<string, number>>,
): readonly BasketLine[] {
  const wanted = Object.entries(quantities).filter(([, quantity]) => quantity > 0);
  const unknown = wanted
    .filter(([code]) => !catalogue.products.has(code))
    .map(([code]): FieldProblem => ({ field: quantityField(code), problem: 'unknown' }));
  const lines = [...catalogue.products.values()]
    .map((product) => ({ product, quantity: quantities[product.code] ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  const problems = [...unknown, ...checkQuantities(lines.map(limited))];
  if (wanted.length === 0) problems.push({ field: BASKET_FIELD, problem: 'required' });
  if (problems.length > 0) refuse({ code: 'invalid', fields: problems });
  return lines;
}

const limited = ({ product, quantity }: BasketLine) => ({
  productCode: product.code,
  quantity,
  maxPerOrder: product.maxPerOrder,
});
