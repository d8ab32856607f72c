import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, deskTransactionFor, requireStaff, staffIdOf } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { insertProposal, lockProposal, setProposalWithdrawn } from './queries.ts';
import { ProposalId, ProposeMainContact } from './schemas.ts';

/** The name of the clerk who acts. Refuses with `not-found` for anybody but staff, `staff-role-required` without care. */
export function clerkOf(ctx: CustomerCtx): string {
  requireStaff(ctx, 'care');
  return ctx.actor.kind === 'carrier' ? ctx.actor.name.trim() : '';
}

/**
 * Proposes a new main contact for a firm whose administrators are gone. Nothing changes until another clerk agrees.
 * @param input see {@link ProposeMainContact}
 * @returns the id of the proposal
 *
 * Refuses with `not-found` for anybody but the carrier, `invalid`, `stale` when a proposal for the firm is open.
 */
export async function proposeMainContact(ctx: CustomerCtx, input: unknown): Promise<number> {
  const clerk = clerkOf(ctx);
  const { email, language, reason } = parseInput(ProposeMainContact, input);
  return deskTransactionFor(ctx, async (tx) => {
    const id = await insertProposal(tx, {
      customerId: ctx.customer.id,
      email,
      language,
      reason,
      by: clerk,
      staffId: staffIdOf(ctx),
      at: ctx.now,
    });
    if (id === undefined) refuse({ code: 'stale' });
    await audit(tx, ctx, {
      action: 'main-contact.propose',
      object: `proposal/${id}`,
      after: { clerk, reason },
    });
    return id;
  });
}

/**
 * Takes an open proposal back; either clerk may.
 * @param input see {@link ProposalId}
 *
 * Refuses with `not-found` for anybody but the carrier and for what is not open.
 */
export async function withdrawMainContact(ctx: CustomerCtx, input: unknown): Promise<void> {
  const clerk = clerkOf(ctx);
  const { proposalId } = parseInput(ProposalId, input);
  await deskTransactionFor(ctx, async (tx) => {
    if (!(await lockProposal(tx, proposalId))) refuse({ code: 'not-found' });
    await setProposalWithdrawn(tx, proposalId, ctx.now);
    await audit(tx, ctx, {
      action: 'main-contact.withdraw',
      object: `proposal/${proposalId}`,
      after: { clerk },
    });
  });
}
