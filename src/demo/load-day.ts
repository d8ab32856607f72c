import { slotKey, todayOf } from '../domain/calendar/index.ts';
import { readCatalogue } from '../features/catalogue/index.ts';
import { takeStep } from '../features/desk-today/index.ts';
import { bookPickup } from '../features/pickups/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Database } from '../platform/db/database.ts';
import { findFirm, tourNames } from './queries.ts';
import { asSamplePerson, sampleInstant } from './sample-context.ts';

/** Pickups of the first day, so that the desk has something to do: firm, window, tour. */
const PICKUPS = [
  { number: 'D100001', starts: '10:00', tour: 'Mitte 1' },
  { number: 'D100002', starts: '10:00', tour: 'Mitte 1' },
  { number: 'D100003', starts: '12:00', tour: 'Süd 2' },
  { number: 'D100001', starts: '14:00', tour: 'Mitte 1' },
  { number: 'D100002', starts: '16:00', tour: '' },
  { number: 'D100003', starts: '16:00', tour: '' },
] as const;

const KEY = 'demo-day-';

/**
 * Books pickups for the day of the first start (or the next business day), as if on the business day before, and does
 * with them what the desk would have done by now. Does nothing when they are there already.
 * @param ctx the carrier's, on the connection of the portal
 */
export async function loadDay(ctx: Ctx, owner: Database): Promise<void> {
  const [known] = await owner.sql('select key from submission where starts_with(key, $1) limit 1', [KEY]);
  if (known) return;
  const { calendar } = await readCatalogue(ctx.db, ctx);
  const tours = await tourNames(owner);
  // counted from yesterday: today itself, if it is a business day
  const today = todayOf(ctx);
  const date = calendar.nextBusinessDay(today.subtract({ days: 1 }), 1);
  const placed = sampleInstant(ctx, calendar.previousBusinessDay(date, 1), '09:00');
  for (const [index, { number, starts, tour }] of PICKUPS.entries()) {
    const firm = await owner.transaction(undefined, (tx) => findFirm(tx, number));
    const addressId = firm && (await pickupAddress(owner, firm.id));
    if (!firm || addressId === undefined) continue;
    const email = `admin@${number.toLowerCase()}.example`;
    const [order] = await bookPickup(asSamplePerson(ctx, firm, number, { email, now: placed }), {
      key: `${KEY}${index}`,
      slot: slotKey(date, { starts: Temporal.PlainTime.from(starts) }),
      addressId,
      costCentreId: undefined,
      reference: '',
      driverHint: '',
    });
    const ends = sampleInstant(ctx, date, Temporal.PlainTime.from(starts).add({ hours: 2 }).toString());
    if (order)
      await workOn(
        ctx,
        order.number,
        tours.includes(tour) ? tour : '',
        Temporal.Instant.compare(ends, ctx.now) < 0,
      );
  }
}

async function pickupAddress(owner: Database, customerId: number): Promise<number | undefined> {
  const [row] = await owner.sql<{ id: number }>(
    'select id from address where customer_id = $1 and is_pickup and archived_at is null order by id limit 1',
    [customerId],
  );
  return row?.id;
}

/** Gives the order to its tour; what is over by now was done. */
async function workOn(ctx: Ctx, number: string, tour: string, isOver: boolean): Promise<void> {
  if (tour) await takeStep(ctx, { step: 'assign', orders: [{ number, version: 1 }], tour });
  if (!isOver) return;
  const orders = [{ number, version: tour ? 2 : 1 }];
  await takeStep(ctx, { step: 'complete', orders, pieces: '240', boxesIn: '2' });
}
