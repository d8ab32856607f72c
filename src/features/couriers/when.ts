import { type OfferedDay, slotKey } from '../../domain/calendar/index.ts';
import { nowWindow } from '../../domain/courier/index.ts';
import { refuse } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type Catalogue, chosenOffer, offeredDays, readCatalogue } from '../catalogue/index.ts';
import { type Quote, withOwnPlace } from '../orders/index.ts';
import type { CourierTerms } from './queries.ts';
import type { RideWish, Timing } from './schemas.ts';

export const COURIER_SERVICE = 'COURIER';

/** The catalogue of couriers, by the hour or, with another pool, by the half hour. */
export const courierCatalogue = (
  tx: Pick<Transaction, 'sql'>,
  ctx: Pick<CustomerCtx, 'now' | 'timeZone'>,
  pool?: string,
): Promise<Catalogue> =>
  readCatalogue(tx, {
    now: ctx.now,
    timeZone: ctx.timeZone,
    serviceCodes: [COURIER_SERVICE],
    ...(pool ? { pool } : {}),
  });

/** When the courier comes, and from which pool the place is taken. */
export interface RideTime extends Pick<Quote, 'date' | 'window' | 'orderBy'> {
  readonly catalogue: Catalogue;
  readonly pool: string;
}

/**
 * The days to choose from for a ride later; none for one that begins at once.
 * @param own the place that the ride holds already, and until when it can be changed
 */
export async function daysFor(
  tx: Pick<Transaction, 'sql'>,
  ctx: CustomerCtx,
  terms: CourierTerms,
  when: Timing,
  own?: OwnTime & { readonly changeUntil: Temporal.Instant },
): Promise<readonly OfferedDay[]> {
  if (when === 'now') return [];
  const catalogue = await courierCatalogue(tx, ctx, when === 'half-hour' ? terms.narrowPool : undefined);
  const days = offeredDays(catalogue, [COURIER_SERVICE], ctx.now);
  return own?.when === when ? withOwnPlace(days, own) : days;
}

/** The window of a ride that begins at once; undefined outside of the hours in which couriers ride. */
export function windowNow(catalogue: Catalogue, terms: CourierTerms, now: Temporal.Instant) {
  const hours = catalogue.services.get(COURIER_SERVICE)?.windows ?? [];
  return nowWindow(hours, catalogue.calendar, catalogue.timeZone, now, terms.nowMinutes);
}

/** The place that a ride holds already: it is promised, whatever is offered by now. */
export interface OwnTime extends Pick<Quote, 'date'> {
  readonly when: Timing;
  readonly pool: string;
  readonly starts: Temporal.PlainTime;
  readonly ends: Temporal.PlainTime;
}

/** Whether the answers leave a ride where it is. A ride at once stays in the window in which it was booked. */
export const staysAt = (own: OwnTime, { when, slot }: Pick<RideWish, 'when' | 'slot'>): boolean =>
  when === own.when && (when === 'now' || slot === slotKey(own.date, own));

/**
 * When the courier comes: in the window that was chosen, from now on, or where the ride is already. Refuses with `slot-not-offered`, `slot-full`,
 * or `invalid` when a window should have been chosen.
 */
export async function timeOf(
  tx: Pick<Transaction, 'sql'>,
  ctx: CustomerCtx,
  terms: CourierTerms,
  { when, slot }: Pick<RideWish, 'when' | 'slot'>,
  own?: OwnTime,
): Promise<RideTime> {
  const pool = { now: terms.nowPool, hour: undefined, 'half-hour': terms.narrowPool }[when];
  const catalogue = await courierCatalogue(tx, ctx, when === 'now' ? undefined : pool);
  if (own && staysAt(own, { when, slot })) {
    const { date, starts, ends } = own;
    return {
      catalogue,
      pool: own.pool,
      date,
      window: { starts, ends, capacity: 1, free: 1, key: slotKey(date, own) },
      orderBy: undefined,
    };
  }
  if (when === 'now') {
    const found = windowNow(catalogue, terms, ctx.now) ?? refuse({ code: 'slot-not-offered' });
    const { date, starts, ends } = found;
    const capacity = terms.nowCapacity;
    const window = { starts, ends, capacity, free: capacity, key: slotKey(date, { starts }) };
    return { catalogue, pool: terms.nowPool, date, window, orderBy: undefined };
  }
  if (!slot) refuse({ code: 'invalid', fields: [{ field: 'slot', problem: 'required' }] });
  const choice = chosenOffer(catalogue, [COURIER_SERVICE], slot, ctx.now);
  const service = catalogue.services.get(COURIER_SERVICE);
  return {
    catalogue,
    pool: service?.pool ?? '',
    date: choice.day.date,
    window: choice.window,
    orderBy: choice.orderBy,
  };
}
