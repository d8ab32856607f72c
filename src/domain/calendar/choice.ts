import type { Refusal } from '../refusal.ts';
import type { Offer, OfferedDay } from './offers.ts';

/** The chosen window with its day, or why it cannot be had. */
export type Choice =
  | ({ readonly ok: true } & Offer)
  | {
      readonly ok: false;
      readonly refusal: Extract<Refusal, { code: 'slot-not-offered' } | { code: 'slot-full' }>;
    };

/**
 * Looks a chosen window up in what is offered now. Refuses `slot-not-offered` for a key that is not among
 * the offers (closed, too late, made up) and `slot-full` for one without a place left. The page and the verb
 * both ask it, the verb with offers of its own instant, because a page may have been open for hours.
 */
export function isOffered(days: readonly OfferedDay[], key: string): Choice {
  for (const day of days) {
    const window = day.windows.find((candidate) => candidate.key === key);
    if (!window) continue;
    return window.free > 0 ? { ok: true, day, window } : { ok: false, refusal: { code: 'slot-full' } };
  }
  return { ok: false, refusal: { code: 'slot-not-offered' } };
}

/**
 * What a basket can choose from when its goods belong to two services that share a pool of windows: the
 * windows that both offer. `orderBy` is the earlier one; of two counts of free places the smaller holds.
 */
export function commonOffers(a: readonly OfferedDay[], b: readonly OfferedDay[]): readonly OfferedDay[] {
  const others = new Map(b.map((day) => [day.date.toString(), day]));
  return a.flatMap((day) => {
    const other = others.get(day.date.toString());
    if (!other) return [];
    const windows = day.windows.flatMap((window) => {
      const twin = other.windows.find(({ key }) => key === window.key);
      return twin ? [{ ...window, free: Math.min(window.free, twin.free) }] : [];
    });
    return windows.length > 0
      ? [{ date: day.date, orderBy: earlier(day.orderBy, other.orderBy), windows }]
      : [];
  });
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}
