import { lineNet, type Totals, totals } from '../../domain/money.ts';
import { quantityField } from '../../domain/orders/index.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { Frame } from '../../ui/index.ts';
import type { FormErrors, FormFields } from '../../web/index.ts';
import type { Catalogue, Product } from '../catalogue/index.ts';
import { typedQuantities } from '../orders/index.ts';
import { type Habits, NO_HABITS } from './habits.ts';
import { pictureOf, productHref } from './product-view.ts';
import { words } from './words.ts';

export interface ProductView {
  readonly field: string;
  readonly href: string;
  readonly picture: string | undefined;
  readonly name: string;
  /** Price, limit, and what it is. */
  readonly hint: string;
  /** For the live total: hundredths of a cent and basis points. */
  readonly unitPrice: number;
  readonly vat: number;
  readonly max: number;
  readonly typed: string;
  readonly error: string | undefined;
}

/** The goods of one service with its hours and what can be done after ordering. */
export interface ShelfView {
  readonly title: string;
  readonly hours: string;
  readonly policy: string;
  readonly isFinal: boolean;
  readonly products: readonly ProductView[];
}

export interface ProductsView {
  readonly shelves: readonly ShelfView[];
  /** The last basket once more. */
  readonly last: Habits['last'];
  readonly sums: Readonly<Record<'net' | 'vat' | 'gross', string>>;
}

/** Words the shop: what there is, what it costs, what has been chosen so far and what that comes to. */
export function productsView(
  catalogue: Catalogue,
  fields: FormFields,
  errors: FormErrors,
  { formats, assets }: Pick<Frame, 'formats' | 'assets'>,
  habits: Habits = NO_HABITS,
): ProductsView {
  const t = words[formats.language];
  const typed = typedQuantities(fields);
  const sums = sumOf([...catalogue.products.values()], typed);
  return {
    shelves: [...catalogue.services.values()].map((service) => {
      const isFinal = service.cancelRule.kind === 'final';
      return {
        title: service.name[formats.language],
        hours: service.hours[formats.language],
        policy: isFinal ? t.final : t.cancellable,
        isFinal,
        products: [...catalogue.products.values()]
          .filter((product) => product.serviceCode === service.code)
          .map((product) => ({
            ...productView(product, typed.get(product.code) ?? '', errors, formats, habits),
            picture: pictureOf(product, { assets }),
          })),
      };
    }),
    last: habits.last,
    sums: {
      net: formats.money(sums.net),
      vat: formats.money(sums.gross - sums.net),
      gross: formats.money(sums.gross),
    },
  };
}

function productView(
  product: Product,
  typed: string,
  errors: FormErrors,
  formats: Formats,
  habits: Habits,
): Omit<ProductView, 'picture'> {
  const { language } = formats;
  const t = words[language];
  const field = quantityField(product.code);
  const usual = habits.usual.get(product.code);
  const price =
    product.unitPrice === 0
      ? t.free
      : t.per({ price: formats.unitPrice(product.unitPrice), unit: product.unit[language] });
  return {
    field,
    href: productHref(product.code),
    name: product.name[language],
    hint: [
      `${price}, ${t.atMost({ count: formats.number(product.maxPerOrder) })}`,
      // it may end as a sentence or not: the catalogue is edited by people
      product.hint?.[language].replace(/\.$/, ''),
      usual && t.usually({ count: formats.number(usual) }),
    ]
      .filter(Boolean)
      .join('. '),
    unitPrice: product.unitPrice,
    vat: product.vatRate,
    max: product.maxPerOrder,
    typed,
    error: errors.of(field),
  };
}

/** What the readable quantities come to; what cannot be read counts nothing yet. */
function sumOf(products: readonly Product[], typed: ReadonlyMap<string, string>): Totals {
  return totals(
    products.flatMap((product) => {
      const quantity = typed.get(product.code) ?? '';
      if (!/^\d{1,6}$/.test(quantity)) return [];
      return [{ net: lineNet(product.unitPrice, Number(quantity)), vatRate: product.vatRate }];
    }),
  );
}
