import { todayOf } from '../../domain/calendar/index.ts';
import { type FieldProblem, refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireStaff, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { canMove, insertMovement } from './queries.ts';
import { RecordBoxMovement } from './schemas.ts';

/**
 * Records that the carrier brought boxes to an address of the firm or took some along; what an order delivers is
 * recorded by itself. More may come back than was brought: people miscount, and the balance says so.
 * @param ctx somebody of the carrier, acting for the firm
 * @param input see {@link RecordBoxMovement}; the day is today if left out
 *
 * Refuses with `not-found` for customers, `staff-role-required`, `invalid` (an address that is not the firm's, a
 * product that does not come back, nothing moved, a day to come).
 */
export async function recordBoxMovement(ctx: CustomerCtx, input: unknown): Promise<{ ids: number[] }> {
  requireStaff(ctx, 'dispatch');
  const moved = parseInput(RecordBoxMovement, input);
  return transaction(ctx, async (tx) => {
    const known = await canMove(tx, moved.addressId, moved.productCode);
    const problems: FieldProblem[] = [];
    if (!known.address) problems.push({ field: 'addressId', problem: 'unknown' });
    if (!known.product) problems.push({ field: 'productCode', problem: 'unknown' });
    if (moved.delivered === 0 && moved.returned === 0)
      problems.push({ field: 'delivered', problem: 'required' });
    if (problems.length > 0) refuse({ code: 'invalid', fields: problems });
    const today = todayOf(ctx);
    const movedOn = moved.movedOn ?? today;
    if (Temporal.PlainDate.compare(movedOn, today) > 0)
      refuse({ code: 'invalid', fields: [{ field: 'movedOn', problem: 'in-the-future' }] });
    const ids: number[] = [];
    for (const pieces of [moved.delivered, -moved.returned].filter((count) => count !== 0)) {
      const { addressId, productCode, note, key } = moved;
      const row = {
        customerId: ctx.customer.id,
        addressId,
        productCode,
        pieces,
        movedOn,
        note,
        at: ctx.now,
        key,
      };
      const id = await insertMovement(tx, row);
      if (id !== undefined) ids.push(id);
    }
    // sent a second time: it is written down already
    if (ids.length === 0) return { ids };
    await audit(tx, ctx, {
      action: 'boxes.record',
      object: `address/${moved.addressId}`,
      after: { product: moved.productCode, delivered: moved.delivered, returned: moved.returned },
    });
    return { ids };
  });
}
