import { quantityField } from '../../domain/orders/index.ts';
import type { DescriptionItem, Frame } from '../../ui/index.ts';
import type { Catalogue, Product } from '../catalogue/index.ts';
import { words } from './words.ts';

/** Everything that the page of a product shows, worded. */
export interface ProductDetails {
  readonly name: string;
  readonly hint: string | undefined;
  readonly facts: readonly DescriptionItem[];
  readonly picture: string | undefined;
  /** Of labels: where on the letter they belong. */
  readonly placement: string | undefined;
  readonly isReturnable: boolean;
  readonly orderHref: string | undefined;
}

export const productHref = (code: string) => `/bestellen/artikel/${code}`;

/** The address of a product's drawing; a drawing that there is not (yet) is none. */
export function pictureOf({ picture }: Product, { assets }: Pick<Frame, 'assets'>): string | undefined {
  if (!picture) return undefined;
  try {
    return assets.url(`goods-${picture}.svg`);
  } catch {
    return undefined;
  }
}

/** @param usual how many the firm usually orders */
export function productDetails(
  product: Product,
  catalogue: Catalogue,
  options: { readonly frame: Frame; readonly usual: number | undefined; readonly mayPlace: boolean },
): ProductDetails {
  const { frame, usual, mayPlace } = options;
  const { formats, language } = frame;
  const t = words[language];
  const service = catalogue.services.get(product.serviceCode);
  const unit = product.unit[language];
  const facts = [
    {
      term: t.price,
      value: product.unitPrice === 0 ? t.free : t.per({ price: formats.unitPrice(product.unitPrice), unit }),
    },
    { term: t.vatRate, value: product.unitPrice === 0 ? '' : formats.percent(product.vatRate) },
    { term: t.unit, value: unit },
    { term: t.limit, value: formats.number(product.maxPerOrder) },
    { term: t.usual, value: usual === undefined ? '' : formats.number(usual) },
    { term: t.delivery, value: service?.hours[language] ?? '' },
    { term: t.policy, value: service?.cancelRule.kind === 'final' ? t.final : t.cancellable },
  ];
  return {
    name: product.name[language],
    hint: product.hint?.[language],
    facts: facts.filter(({ value }) => value !== ''),
    picture: pictureOf(product, frame),
    placement: product.picture === 'label-roll' ? frame.assets.url('goods-label-placement.svg') : undefined,
    isReturnable: product.isReturnable ?? false,
    orderHref: mayPlace ? `/bestellen?${quantityField(product.code)}=${usual ?? 1}` : undefined,
  };
}
