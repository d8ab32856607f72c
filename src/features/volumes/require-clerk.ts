import { refuse } from '../../domain/refusal.ts';
import { type Ctx, requireCarrier, staffMay } from '../../platform/context.ts';
import type { StaffAccess } from '../../web/index.ts';

/** Who may reach the pages of volumes. */
export const VOLUME_CLERKS: StaffAccess = 'staff:billing+dispatch';

/**
 * First line of what is done with volumes: the depot counts them and the billing desk charges them, so either role
 * will do. Refuses with `not-found` for customers, and with `staff-role-required` for other staff.
 */
export function requireVolumeClerk(ctx: Ctx): void {
  requireCarrier(ctx);
  if (!staffMay(ctx, 'dispatch') && !staffMay(ctx, 'billing')) {
    refuse({ code: 'staff-role-required', role: 'billing' });
  }
}

/** Under which name it is written down who did it. */
export const clerkNameOf = ({ actor }: Ctx): string => (actor.kind === 'carrier' ? actor.name : '');
