/** The shapes of the JSON columns; the generated table types refer to them (.kysely-codegenrc.json). */
export type { BeforeRule, DeadlineRule } from '../../domain/calendar/index.ts';
export type { VatShare } from '../../domain/money.ts';

export interface Bilingual {
  readonly de: string;
  readonly en: string;
}

/** An address as it was when the order was placed. */
export interface AddressSnapshot {
  readonly recipient: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly contactName: string;
  readonly contactPhone: string;
}
