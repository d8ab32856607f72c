import { type Ctx, staffMay } from '../platform/context.ts';
import { type Access, type StaffAccess, staffRolesOf } from './access.ts';

/** Whether a route with this access lets the signed-in member of staff in. */
export function admitsStaff(access: Access, ctx: Pick<Ctx, 'actor'>): boolean {
  if (access === 'staff') return ctx.actor.kind === 'carrier';
  return (
    access.startsWith('staff:') && staffRolesOf(access as StaffAccess).some((role) => staffMay(ctx, role))
  );
}
