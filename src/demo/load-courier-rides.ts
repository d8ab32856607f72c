import type { z } from 'zod';
import { type Calendar, slotKey } from '../domain/calendar/index.ts';
import { readCatalogue } from '../features/catalogue/index.ts';
import { assignCourier, bookRide, courierDelivered, courierPickedUp } from '../features/couriers/index.ts';
import type { Ctx } from '../platform/context.ts';
import { type Database, query } from '../platform/db/database.ts';
import { findFirm } from './queries.ts';
import { asCarrier, asSamplePerson, sampleDay, sampleInstant } from './sample-context.ts';
import { CourierRidesSeed, readSeed, SEEDS } from './seeds.ts';

/** The last hour of a day in which a courier sets out. */
const LAST_HOUR = 19;
const FIRST_HOUR = 7;

/**
 * Books the sample courier rides and takes them as far as they have come, by the verbs that people call; does nothing
 * when there is one already.
 * @param ctx the carrier's, on the connection of the portal
 * @param owner reads whom and what the samples refer to
 */
export async function loadCourierRides(ctx: Ctx, owner: Database): Promise<void> {
  if ((await owner.all(query.selectFrom('courier_ride').select('order_id').limit(1))).length > 0) return;
  const { rides } = await readSeed(SEEDS, 'courier-rides', CourierRidesSeed);
  const { calendar } = await readCatalogue(ctx.db, ctx);
  for (const [index, seed] of rides.entries())
    await load(ctx, owner, calendar, seed, `demo-courier-ride-${index}`);
}

async function load(
  ctx: Ctx,
  owner: Database,
  calendar: Calendar,
  seed: z.output<typeof CourierRidesSeed>['rides'][number],
  key: string,
): Promise<void> {
  const firm = await owner.transaction(undefined, (tx) => findFirm(tx, seed.customer));
  if (!firm) return;
  const placed = sampleInstant(ctx, sampleDay(ctx, calendar, -seed.placedBusinessDaysAgo), '15:00');
  const { date, starts } = windowOf(ctx, calendar, seed);
  const [length, width, height] = seed.size;
  const [order] = await bookRide(
    asSamplePerson(ctx, firm, seed.customer, { email: seed.placedBy, now: placed }),
    {
      key,
      from: { addressId: firm.addressIds.get(seed.fromAddress) },
      to: seed.to,
      content: seed.content,
      kg: seed.kg,
      length,
      width,
      height,
      when: 'hour',
      slot: slotKey(date, { starts }),
      proof: seed.proof,
      costCentreId: firm.costCentreIds.get(seed.costCentre),
      reference: seed.reference,
    },
  );
  if (!order || seed.rider === '') return;
  const { number } = order;
  const desk = (now: Temporal.Instant) => asCarrier(ctx, firm, seed.customer, now);
  const { rider, delivered } = seed;
  if (!delivered) return assignCourier(desk(ctx.now), { number, rider });
  await assignCourier(desk(sampleInstant(ctx, date, seed.windowStarts)), { number, rider });
  await courierPickedUp(desk(sampleInstant(ctx, date, delivered.pickedUp)), { number });
  await courierDelivered(desk(sampleInstant(ctx, date, delivered.at)), {
    number,
    receivedBy: delivered.receivedBy,
  });
}

/** As the sample says; on the day of loading with the next full hour, or on the next day on which couriers ride. */
function windowOf(
  ctx: Ctx,
  calendar: Calendar,
  {
    serviceBusinessDaysAhead: ahead,
    windowStarts,
  }: { serviceBusinessDaysAhead: number; windowStarts: string },
): { readonly date: Temporal.PlainDate; readonly starts: Temporal.PlainTime } {
  const starts = Temporal.PlainTime.from(windowStarts);
  if (ahead !== 0) return { date: sampleDay(ctx, calendar, ahead), starts };
  const here = ctx.now.toZonedDateTimeISO(ctx.timeZone);
  const today = here.toPlainDate();
  const hour = Math.max(here.hour + 1, FIRST_HOUR);
  if (calendar.isBusinessDay(today) && hour <= LAST_HOUR)
    return { date: today, starts: new Temporal.PlainTime(hour) };
  return { date: sampleDay(ctx, calendar, 1), starts };
}
