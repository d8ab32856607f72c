import type { Cents } from '../money.ts';

/** What a clerk should have seen before an invoice goes out. The first three keep it from going out. */
export const ODDITIES = [
  'no-address',
  'no-price',
  'not-positive',
  'much-more',
  'much-less',
  'no-leitweg-id',
  'no-recipient',
  'foreign-buyer',
  'unfinished-orders',
  'older-charges',
  'first-invoice',
] as const;
export type Oddity = (typeof ODDITIES)[number];

/** What the preview knows of a firm; amounts net. */
export interface PreviewFacts {
  readonly net: Cents;
  /** Null: there was no invoice yet. */
  readonly lastNet: Cents | null;
  readonly since: Temporal.PlainDate;
  readonly unfinished: number;
  /** Counts of mail that have no price on their day; `net` leaves them out. */
  readonly unpriced: number;
  readonly hasAddress: boolean;
  readonly hasRecipient: boolean;
  readonly wantsXrechnung: boolean;
  readonly hasLeitwegId: boolean;
  /** The billing address lies in another country than the carrier: the tax may be another one. */
  readonly isAbroad: boolean;
}

/** So much more or less than last time is worth a look, but not for a few euros. */
const FACTOR = 2;
const WORTH_A_LOOK: Cents = 10_000;

/** What is odd about an invoice that would be issued for a month; `first` is the month's first day. */
export function odditiesOf(facts: PreviewFacts, first: Temporal.PlainDate): Oddity[] {
  const { net, lastNet } = facts;
  const last = lastNet ?? net;
  const is: Record<Oddity, boolean> = {
    'no-address': !facts.hasAddress,
    'no-price': facts.unpriced > 0,
    'not-positive': net <= 0 && facts.unpriced === 0,
    'much-more': net > FACTOR * last && net - last >= WORTH_A_LOOK,
    'much-less': FACTOR * net < last && last - net >= WORTH_A_LOOK,
    'no-leitweg-id': facts.wantsXrechnung && !facts.hasLeitwegId,
    'no-recipient': !facts.hasRecipient,
    'foreign-buyer': facts.isAbroad,
    'unfinished-orders': facts.unfinished > 0,
    'older-charges': Temporal.PlainDate.compare(facts.since, first) < 0,
    'first-invoice': lastNet === null,
  };
  return ODDITIES.filter((oddity) => is[oddity]);
}
