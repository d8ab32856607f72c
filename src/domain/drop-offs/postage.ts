import { type Cents, lineNet, type UnitPrice } from '../money.ts';

/** How the size of a mailing decides what a piece costs: advertising mail (Werbepost). Figures are catalogue data. */
export interface SmallMailingTerms {
  /** From so many pieces of one mailing on, the plain price holds: 1,000 in the trade. */
  readonly fullPricePieces: number;
  /** Net per piece of a smaller mailing, in hundredths of a cent. */
  readonly surcharge: UnitPrice;
}

/** Ordering more pieces would cost less: so many, for so much. */
export interface Cheaper {
  readonly pieces: number;
  readonly net: Cents;
}

/** What a mailing would cost by the pieces that are announced. */
export interface Postage {
  readonly net: Cents;
  /** Per piece, in hundredths of a cent; 0 for a mailing of full size. */
  readonly surcharge: UnitPrice;
  readonly cheaper: Cheaper | undefined;
}

/**
 * The postage of one mailing, net in cents. A small one bears the surcharge on every piece; where the full size is
 * cheaper than that, it says so: 800 pieces at 0.32 + 0.12 cost more than 1,000 at 0.32.
 * @param terms undefined for what costs the same in any number
 */
export function postage(pieces: number, unitPrice: UnitPrice, terms: SmallMailingTerms | undefined): Postage {
  const surcharge = terms && pieces < terms.fullPricePieces ? terms.surcharge : 0;
  const net = lineNet(unitPrice, pieces) + lineNet(surcharge, pieces);
  if (!terms || surcharge === 0) return { net, surcharge, cheaper: undefined };
  const full = lineNet(unitPrice, terms.fullPricePieces);
  return { net, surcharge, cheaper: full < net ? { pieces: terms.fullPricePieces, net: full } : undefined };
}
