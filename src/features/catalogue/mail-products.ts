import { type Dated, type VatCategory, validOn } from '../../domain/price-list.ts';
import type { Text } from '../../platform/i18n/index.ts';

/** A product of the post: what the carrier counts and charges by the piece. */
export interface MailProduct {
  readonly code: string;
  readonly family: 'letter' | 'advertising' | 'registered' | 'formal';
  readonly name: Text;
  /** Format and weight in a sentence. */
  readonly limits: Text;
  /** Undefined where it is added to a letter, or has no limit of its own. */
  readonly maxGrams: number | undefined;
  /** Fewer pieces in one posting are not taken. */
  readonly minPieces: number;
  /** From so many pieces on there is no surcharge; undefined where there never is one. */
  readonly fullPricePieces: number | undefined;
  /** The mail product that each piece costs in addition below {@link MailProduct.fullPricePieces}. */
  readonly surchargeCode: string | undefined;
  readonly isActive: boolean;
  readonly prices: readonly (Dated & { readonly unitPrice: number })[];
  readonly vat: readonly (Dated & MailVat)[];
}

export interface MailVat {
  readonly category: VatCategory;
  /** Basis points: 1900 is 19 %. */
  readonly rate: number;
  /** Why it is exempt; only with category E. */
  readonly exemptionReason: Text | undefined;
}

/** What one piece costs on a date. */
export interface MailPrice {
  /** Net, in hundredths of a cent. */
  readonly unitPrice: number;
  readonly vat: MailVat;
}

/** The price of a product on the day of service; undefined before it had a price or a rate of VAT. */
export function mailPriceOn(product: MailProduct, date: Temporal.PlainDate): MailPrice | undefined {
  const price = validOn(product.prices, date);
  const vat = validOn(product.vat, date);
  return price && vat ? { unitPrice: price.unitPrice, vat } : undefined;
}
