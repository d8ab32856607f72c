import { quantityField, usualQuantity } from '../../domain/orders/index.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { PastLine } from './queries.ts';

/** What the firm usually orders, of what is on offer. */
export interface Habits {
  /** Usual quantities by product code. */
  readonly usual: ReadonlyMap<string, number>;
  /** The last basket once more: the form with it, and what it is in words. */
  readonly last: { readonly href: string; readonly text: string } | undefined;
}

export const NO_HABITS: Habits = { usual: new Map(), last: undefined };

export function habitsOf(past: readonly PastLine[], catalogue: Catalogue, formats: Formats): Habits {
  const sold = past.filter(({ productCode }) => catalogue.products.has(productCode));
  const byProduct = Map.groupBy(sold, ({ productCode }) => productCode);
  const usual = [...byProduct].map(
    ([code, lines]) => [code, usualQuantity(lines.map(({ quantity }) => quantity)) ?? 1] as const,
  );
  const last = sold.filter(({ submission }) => submission === past[0]?.submission);
  return {
    usual: new Map(usual),
    last:
      last.length === 0
        ? undefined
        : {
            href: `/bestellen?${new URLSearchParams(
              last.map(({ productCode, quantity }) => [quantityField(productCode), String(quantity)]),
            )}`,
            text: last
              .map(({ productCode, quantity }) => {
                const name = catalogue.products.get(productCode)?.name[formats.language] ?? productCode;
                return `${formats.number(quantity)} × ${name}`;
              })
              .join(', '),
          },
  };
}
