import type { VatShare } from '../../domain/money.ts';

/** The shapes of the JSON columns; the generated table types refer to them. */
export type { CutoffRule, DeadlineRule } from '../../domain/calendar/index.ts';
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

/** What a kind of order says besides, as it was promised: pieces announced at a depot, the way of a courier. */
export interface Particular {
  readonly term: Bilingual;
  readonly value: Bilingual;
}

/** What an earlier version of an order promised; dates, times and instants as PostgreSQL writes them in JSON. */
export interface OrderPromise {
  readonly pool: string;
  readonly serviceDate: string;
  readonly windowStarts: string;
  readonly windowEnds: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly changeUntil: string | null;
  readonly cancelUntil: string | null;
  readonly addressId: number | null;
  readonly address: AddressSnapshot;
  readonly reference: string;
  readonly costCentreId: number | null;
  readonly costCentreLabel: string;
  readonly driverHint: string;
  /** Absent in versions from before there were any. */
  readonly particulars?: readonly Particular[];
  readonly net: number;
  readonly vat: readonly VatShare[];
  readonly gross: number;
}

/** What a notice tells. */
export type NoticeKind =
  | 'placed'
  | 'accepted'
  | 'changed'
  | 'cancelled'
  | 'completed'
  | 'failed'
  | 'reopened'
  | 'ride-assigned'
  | 'ride-picked-up'
  | 'ride-delivered'
  | 'reminder'
  | 'approval-wanted'
  | 'approved'
  | 'declined'
  | 'expired';

/** The answers of a form as pairs of field and value, as an address carries them. */
export type Answers = readonly (readonly [name: string, value: string])[];

/** A line of an earlier version; amounts in cents, the price in hundredths of a cent. */
export interface OrderLineSnapshot {
  readonly productCode: string;
  readonly name: Bilingual;
  readonly unit: Bilingual;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly vatRate: number;
  readonly net: number;
}
