import type { Formats } from '../../platform/i18n/index.ts';
import type { OrderState } from './order-state.ts';

/** How many of what, worded so that the catalogue needs no plural of its units: `2 × Rolle`. */
export const quantityOf = (
  { quantity, unit }: Pick<OrderState['lines'][number], 'quantity' | 'unit'>,
  formats: Formats,
): string => `${formats.number(quantity)} × ${unit[formats.language]}`;
