import { readCatalogue } from '../features/catalogue/index.ts';
import { pausePlan, setUpPlan } from '../features/standing-pickups/index.ts';
import type { Ctx } from '../platform/context.ts';
import { type Database, query } from '../platform/db/database.ts';
import { findFirm } from './queries.ts';
import { asSamplePerson, sampleDay, sampleInstant } from './sample-context.ts';
import { readSeed, SEEDS, StandingPickupsSeed } from './seeds.ts';

/**
 * Sets up the sample standing pickups, by the verbs that people call; does nothing when there is one already.
 * @param ctx the carrier's, on the connection of the portal
 * @param owner reads whom and what the samples refer to
 */
export async function loadStandingPickups(ctx: Ctx, owner: Database): Promise<void> {
  if ((await owner.all(query.selectFrom('standing_pickup').select('id').limit(1))).length > 0) return;
  const { standingPickups } = await readSeed(SEEDS, 'standing-pickups', StandingPickupsSeed);
  const { calendar } = await readCatalogue(ctx.db, ctx);
  for (const [index, { customer, setUpBy, pause, ...seed }] of standingPickups.entries()) {
    const firm = await owner.transaction(undefined, (tx) => findFirm(tx, customer));
    if (!firm) continue;
    const setUp = sampleInstant(ctx, sampleDay(ctx, calendar, -seed.setUpBusinessDaysAgo), '10:00');
    const person = asSamplePerson(ctx, firm, customer, { email: setUpBy, now: setUp });
    const { number } = await setUpPlan(person, {
      key: `demo-standing-pickup-${index}`,
      weekdays: seed.weekdays,
      window: seed.window,
      addressId: firm.addressIds.get(seed.address),
      costCentreId: firm.costCentreIds.get(seed.costCentre),
      onHoliday: seed.onHoliday,
      expectedLetters: seed.expectedLetters,
      expectedBoxes: seed.expectedBoxes,
      reference: seed.reference,
      driverHint: seed.driverHint,
      validFrom: `${sampleDay(ctx, calendar, seed.beginsBusinessDaysAhead)}`,
    });
    if (!pause) continue;
    const from = sampleDay(ctx, calendar, pause.beginsBusinessDaysAhead);
    await pausePlan(person, {
      number,
      key: `demo-standing-pause-${index}`,
      from: `${from}`,
      until: `${from.add({ days: pause.lastsDays - 1 })}`,
      reason: pause.reason,
    });
  }
}
