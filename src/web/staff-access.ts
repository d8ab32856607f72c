import { STAFF_ROLES } from '../domain/staff-roles.ts';
import { type Ctx, staffMay } from '../platform/context.ts';
import type { Access } from './access.ts';

/** Whether a route with this access lets the signed-in member of staff in. */
export function admitsStaff(access: Access, ctx: Pick<Ctx, 'actor'>): boolean {
  if (access === 'staff') return ctx.actor.kind === 'carrier';
  return STAFF_ROLES.some((role) => access === `staff:${role}` && staffMay(ctx, role));
}
