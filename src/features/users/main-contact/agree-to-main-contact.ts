import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, deskTransactionFor, staffIdOf } from '../../../platform/context.ts';
import { type Transaction, violatedConstraint } from '../../../platform/db/database.ts';
import { parseInput } from '../../../platform/input.ts';
import { INVITATION_DAYS } from '../invitations/invite-people.ts';
import { mainContactAssigned, personInvited } from '../jobs.ts';
import { setGrants, setMainContact } from '../members/queries.ts';
import { clerkOf } from './propose-main-contact.ts';
import { activeMemberByEmail, inviteMainContact, lockProposal, type Proposal, setAgreed } from './queries.ts';
import { ProposalId } from './schemas.ts';

/**
 * Agrees to what another clerk proposed: somebody who acts for the firm already becomes administrator and main
 * contact at once, anybody else is invited to be both. Everybody of the firm is told by mail. Those who were
 * administrators stay so; the new one can delete them.
 * @param input see {@link ProposalId}
 *
 * Refuses with `not-found` for anybody but the carrier and for what is not open, `second-clerk-required` when the
 * clerk is the one who proposed; the database holds that too.
 */
export async function agreeToMainContact(ctx: CustomerCtx, input: unknown): Promise<void> {
  const clerk = clerkOf(ctx);
  const { proposalId } = parseInput(ProposalId, input);
  try {
    await deskTransactionFor(ctx, async (tx) => {
      const proposal = await lockProposal(tx, proposalId);
      if (!proposal) refuse({ code: 'not-found' });
      await setAgreed(tx, proposalId, { by: clerk, staffId: staffIdOf(ctx), at: ctx.now });
      await assign(tx, ctx, proposal);
      await audit(tx, ctx, {
        action: 'main-contact.agree',
        object: `proposal/${proposalId}`,
        after: { clerk, proposedBy: proposal.proposedBy },
      });
      await ctx.jobs.enqueue(tx, mainContactAssigned, {
        customerId: ctx.customer.id,
        email: proposal.email,
      });
    });
  } catch (error) {
    if (TWO.includes(violatedConstraint(error) ?? '')) refuse({ code: 'second-clerk-required' });
    throw error;
  }
}

/** One person under two names is one, and so are two accounts of one name. */
const TWO = ['two_clerks', 'two_accounts'];

async function assign(tx: Transaction, ctx: CustomerCtx, { email, language }: Proposal): Promise<void> {
  const personId = await activeMemberByEmail(tx, email);
  if (personId !== undefined) {
    await setGrants(tx, personId, { isAdmin: true, rights: [] });
    await setMainContact(tx, personId);
    return;
  }
  const invitationId = await inviteMainContact(tx, {
    customerId: ctx.customer.id,
    email,
    language,
    at: ctx.now,
    expiresAt: ctx.now.add({ hours: INVITATION_DAYS * 24 }),
  });
  await ctx.jobs.enqueue(tx, personInvited, { customerId: ctx.customer.id, invitationId });
}
