/** SEPA's two kinds of direct debit: for everybody with a refund, or between businesses without one. */
export const MANDATE_SCHEMES = ['CORE', 'B2B'] as const;
export type MandateScheme = (typeof MANDATE_SCHEMES)[number];

/** How a mandate came to its end: somebody took it back, or a new one took its place. */
export type MandateEnd = 'revoked' | 'replaced';

/** What the rules need to know of a mandate. */
export interface MandateFacts {
  readonly givenAt: Temporal.Instant;
  /** When it was last collected with; undefined: never yet. */
  readonly lastUsedAt: Temporal.Instant | undefined;
  readonly ended: { readonly at: Temporal.Instant; readonly how: MandateEnd } | undefined;
}

export type MandateState = 'active' | 'lapsed' | MandateEnd;

/** Months without a collection after which a mandate lapses (SEPA rulebooks of the European Payments Council). */
const LAPSES_AFTER_MONTHS = 36;

/**
 * The last day on which the mandate may be collected with, on the carrier's calendar: 36 months after it was last
 * used, or given if it never was.
 */
export function usableUntil(mandate: MandateFacts, timeZone: string): Temporal.PlainDate {
  const last = mandate.lastUsedAt ?? mandate.givenAt;
  return last.toZonedDateTimeISO(timeZone).toPlainDate().add({ months: LAPSES_AFTER_MONTHS });
}

/** Where a mandate stands. What had lapsed before somebody ended it stays lapsed. */
export function mandateState(mandate: MandateFacts, now: Temporal.Instant, timeZone: string): MandateState {
  const at = mandate.ended?.at ?? now;
  const day = at.toZonedDateTimeISO(timeZone).toPlainDate();
  if (Temporal.PlainDate.compare(day, usableUntil(mandate, timeZone)) > 0) return 'lapsed';
  return mandate.ended?.how ?? 'active';
}
