import { type Ctx, deskTransaction, requireStaff, staffIdOf } from '../../../platform/context.ts';
import { openCompanyChanges } from '../../master-data/index.ts';
import { listRegistrations } from '../../registration/index.ts';
import { openProposals } from '../../users/index.ts';
import { openFirmRequests } from './queries.ts';

/**
 * Everything that waits for an answer of the desk, or of the administrators of a firm.
 *
 * Refuses with `not-found` for anybody but staff, `staff-role-required` without the role care.
 */
export async function openRequests(ctx: Ctx) {
  requireStaff(ctx, 'care');
  const [registrations, names, proposals, members] = await Promise.all([
    listRegistrations(ctx),
    openCompanyChanges(ctx),
    deskTransaction(ctx, openProposals),
    deskTransaction(ctx, (tx) => openFirmRequests(tx)),
  ]);
  const own = staffIdOf(ctx);
  return {
    registrations,
    names,
    members,
    proposals: proposals.map((one) => ({ ...one, isOwn: own !== undefined && one.proposedByStaff === own })),
    /** What nobody but the desk can answer. */
    forDesk:
      registrations.length +
      names.length +
      proposals.length +
      members.filter(({ admins }) => admins === 0).length,
  };
}

export type OpenRequests = Awaited<ReturnType<typeof openRequests>>;
