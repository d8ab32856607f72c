import { slotKey } from '../domain/calendar/index.ts';
import { setApprovalRule } from '../features/approval/index.ts';
import { readCatalogue } from '../features/catalogue/index.ts';
import { placeGoodsOrder } from '../features/goods/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Database } from '../platform/db/database.ts';
import { findFirm } from './queries.ts';
import { asSamplePerson, sampleDay, sampleInstant } from './sample-context.ts';

const FIRM = 'D100003';
const KEY = 'demo-approval-0';
const STARTS = Temporal.PlainTime.from('10:00');

/**
 * Lets a sample firm approve what comes to more than 50 euros, with one order that waits for that. Does nothing when it
 * is there already.
 * @param ctx the carrier's, on the connection of the portal
 */
export async function loadApproval(ctx: Ctx, owner: Database): Promise<void> {
  const [known] = await owner.sql('select key from submission where key = $1', [KEY]);
  const firm = await owner.transaction(undefined, (tx) => findFirm(tx, FIRM));
  if (known || !firm) return;
  const { calendar } = await readCatalogue(ctx.db, ctx);
  const now = sampleInstant(ctx, sampleDay(ctx, calendar, -1), '10:00');
  const admin = asSamplePerson(ctx, firm, FIRM, { email: 'admin@d100003.example', now });
  await setApprovalRule(admin, { isOn: true, above: '50' });
  await placeGoodsOrder(asSamplePerson(ctx, firm, FIRM, { email: 'mitarbeit@d100003.example', now }), {
    key: KEY,
    slot: slotKey(sampleDay(ctx, calendar, 8), { starts: STARTS }),
    addressId: firm.addressIds.get('Verlag'),
    costCentreId: firm.costCentreIds.get('P-20'),
    reference: 'Herbstprogramm',
    driverHint: '',
    quantities: { STAMP_LARGE_20: 5 },
  });
}
