import type { DraftLine } from '../../../domain/invoicing/index.ts';

/** Where something comes from that is charged. */
export type ChargeSource = 'order' | 'mail-volume';

/** One thing that is charged once: an order with its lines, or a day's count of one kind of mail. */
export interface Charge {
  readonly source: ChargeSource;
  readonly sourceId: number;
  readonly lines: readonly DraftLine[];
}

/** Everything that a firm can be charged for up to a day. */
export interface Charges {
  readonly items: readonly { readonly source: ChargeSource; readonly sourceId: number }[];
  /** By cost centre, counted mail before orders, then by date. */
  readonly lines: readonly DraftLine[];
}
