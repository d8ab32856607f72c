import { itemProblems, postage } from '../../domain/drop-offs/index.ts';
import { type FieldProblem, refuse } from '../../domain/refusal.ts';
import { type MailProduct, mailPriceOn } from '../catalogue/index.ts';
import { type DropOffKind, productsOf } from './kinds.ts';
import type { StoredItem } from './queries.ts';
import type { Announcement } from './schemas.ts';

/** The name under which a refusal speaks of the items as a whole. */
export const ITEMS_FIELD = 'items';

/** A mailing with what it would cost, and how many pieces would cost less. */
export interface AnnouncedItem extends StoredItem {
  readonly cheaper: { readonly pieces: number; readonly net: number } | undefined;
}

/**
 * The announced mailings in the order of the price list, at the prices of the day on which they come. The postage is
 * an estimate: what is counted is what is charged. Refuses with `invalid`, naming the field: nothing announced, a
 * product that is not taken in, too few or too heavy pieces, advertising mail without its conditions.
 */
export function announce(
  kind: DropOffKind,
  products: ReadonlyMap<string, MailProduct>,
  date: Temporal.PlainDate,
  { items: wanted, isUniform }: Pick<Announcement, 'items' | 'isUniform'>,
): readonly AnnouncedItem[] {
  const known = productsOf(kind, products);
  const problems: FieldProblem[] = Object.entries(wanted)
    .filter(([code, { pieces }]) => pieces > 0 && !known.some((product) => product.code === code))
    .map(([code]) => ({ field: `${ITEMS_FIELD}.${code}.pieces`, problem: 'unknown' }));
  const items = known.flatMap((product) => {
    const item = wanted[product.code];
    if (!item || item.pieces === 0) return [];
    problems.push(...itemProblems({ productCode: product.code, ...item }, product));
    const priced = pricedItem(product, item, products, date);
    if (!priced) problems.push({ field: `${ITEMS_FIELD}.${product.code}.pieces`, problem: 'unknown' });
    return priced ?? [];
  });
  if (items.length === 0 && problems.length === 0) problems.push({ field: ITEMS_FIELD, problem: 'required' });
  if (kind === 'advertising' && !isUniform) problems.push({ field: 'isUniform', problem: 'not-agreed' });
  if (problems.length > 0) refuse({ code: 'invalid', fields: problems });
  return items;
}

/** Undefined where the product has no price on that date. */
function pricedItem(
  product: MailProduct,
  { pieces, grams }: { readonly pieces: number; readonly grams: number },
  products: ReadonlyMap<string, MailProduct>,
  date: Temporal.PlainDate,
): AnnouncedItem | undefined {
  const price = mailPriceOn(product, date);
  if (!price) return undefined;
  const { unitPrice, vat } = price;
  return {
    productCode: product.code,
    name: product.name,
    pieces,
    grams,
    unitPrice,
    vatRate: vat.rate,
    ...postage(pieces, unitPrice, smallTerms(product, products, date)),
  };
}

/** What a small mailing of this product costs more; undefined: nothing. */
export function smallTerms(
  { fullPricePieces, surchargeCode }: MailProduct,
  products: ReadonlyMap<string, MailProduct>,
  date: Temporal.PlainDate,
) {
  const product = surchargeCode ? products.get(surchargeCode) : undefined;
  const surcharge = product && mailPriceOn(product, date);
  return fullPricePieces && surcharge ? { fullPricePieces, surcharge: surcharge.unitPrice } : undefined;
}
