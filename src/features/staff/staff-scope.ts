import { refuse } from '../../domain/refusal.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';

/** A member of staff who acts at the desk. */
export interface ActingStaff {
  readonly staffId: number;
  readonly name: string;
}

/** The member of staff who acts. Refuses with `not-signed-in` for everybody else, the command line included. */
export function actingStaff({ actor }: Pick<Ctx, 'actor'>): ActingStaff {
  if (actor.kind !== 'carrier' || actor.staffId === undefined) return refuse({ code: 'not-signed-in' });
  return { staffId: actor.staffId, name: actor.name };
}

/** A transaction of the desk that also sees what is secret to the acting member of staff. */
export function staffTransaction<T>(
  ctx: Ctx,
  work: (tx: Transaction, staff: ActingStaff) => Promise<T>,
): Promise<T> {
  const staff = actingStaff(ctx);
  return ctx.db.deskTransaction(async (tx) => {
    await scopeToStaff(tx, staff.staffId);
    return work(tx, staff);
  });
}

/** Lets the rest of the transaction see what is secret to this member of staff. */
export async function scopeToStaff(tx: Transaction, staffId: number): Promise<void> {
  await tx.sql("select set_config('app.staff_id', $1, true)", [String(staffId)]);
}
