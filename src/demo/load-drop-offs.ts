import type { z } from 'zod';
import { slotKey } from '../domain/calendar/index.ts';
import { readCatalogue } from '../features/catalogue/index.ts';
import { bookDropOff } from '../features/drop-offs/index.ts';
import { finishOrder } from '../features/orders/index.ts';
import type { Ctx } from '../platform/context.ts';
import { type Database, query } from '../platform/db/database.ts';
import { endOf } from './end-of.ts';
import { findFirm } from './queries.ts';
import { asCarrier, asSamplePerson, sampleDay, sampleInstant } from './sample-context.ts';
import { DropOffsSeed, readSeed, SEEDS } from './seeds.ts';

/**
 * Announces the sample drop-offs, by the verbs that people call; does nothing when there is one already.
 * @param ctx the carrier's, on the connection of the portal
 * @param owner reads whom and what the samples refer to
 */
export async function loadDropOffs(ctx: Ctx, owner: Database): Promise<void> {
  if ((await owner.all(query.selectFrom('drop_off').select('order_id').limit(1))).length > 0) return;
  const { dropOffs } = await readSeed(SEEDS, 'drop-offs', DropOffsSeed);
  const { calendar } = await readCatalogue(ctx.db, ctx);
  for (const [index, seed] of dropOffs.entries()) {
    const placed = sampleInstant(ctx, sampleDay(ctx, calendar, -seed.placedBusinessDaysAgo), '10:00');
    const date = sampleDay(ctx, calendar, seed.serviceBusinessDaysAhead);
    await load(ctx, owner, seed, { key: `demo-drop-off-${index}`, placed, date });
  }
}

async function load(
  ctx: Ctx,
  owner: Database,
  seed: z.output<typeof DropOffsSeed>['dropOffs'][number],
  { key, placed, date }: { key: string; placed: Temporal.Instant; date: Temporal.PlainDate },
): Promise<void> {
  const firm = await owner.transaction(undefined, (tx) => findFirm(tx, seed.customer));
  if (!firm) return;
  const person = asSamplePerson(ctx, firm, seed.customer, { email: seed.placedBy, now: placed });
  const [order] = await bookDropOff(person, {
    key,
    kind: seed.kind,
    site: seed.site,
    slot: slotKey(date, { starts: Temporal.PlainTime.from(seed.windowStarts) }),
    items: seed.items,
    containers: seed.containers,
    costCentreId: firm.costCentreIds.get(seed.costCentre),
    reference: seed.reference,
    note: seed.note,
    isUniform: seed.kind === 'advertising',
  });
  if (!order || seed.status === 'placed') return;
  const evening = sampleInstant(ctx, date, '19:00');
  await finishOrder(asCarrier(ctx, firm, seed.customer, evening), endOf(order.number, seed.status));
}
