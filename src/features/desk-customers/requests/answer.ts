import { z } from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { RIGHTS } from '../../../domain/rights.ts';
import { type Ctx, deskTransaction, requireConfirmation, requireStaff } from '../../../platform/context.ts';
import { customerNumber, parseInput, wholeNumber } from '../../../platform/input.ts';
import {
  acceptJoinRequest,
  approveRegistration,
  declineJoinRequest,
  declineRegistration,
} from '../../registration/index.ts';
import { agreeToMainContact, answerRequest, openProposals, withdrawMainContact } from '../../users/index.ts';
import { forFirm } from '../for-firm.ts';

const Answer = z.object({
  id: wholeNumber(1, 999_999_999),
  answer: z.enum(['yes', 'no']),
});
const OfFirm = Answer.extend({ number: customerNumber });
const Join = OfFirm.extend({ rights: z.array(z.enum(RIGHTS)).default([]) });

/**
 * Lets somebody register a firm, or not.
 * @param input `id` of the registration, `answer` yes or no
 *
 * Refuses with `confirmation-required`, and like `approveRegistration`.
 */
export async function answerRegistration(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'care');
  requireConfirmation(ctx);
  const { id, answer } = parseInput(Answer, input);
  await (answer === 'yes' ? approveRegistration : declineRegistration)(ctx, { requestId: id });
}

/**
 * Lets somebody join a firm that is registered with these rights, or not, in place of its administrators.
 * @param input `number` of the firm, `id` of the request, `answer` yes or no, `rights`
 *
 * Refuses with `staff-role-required`, `confirmation-required`, and like `acceptJoinRequest`.
 */
export async function answerJoin(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'care');
  requireConfirmation(ctx);
  const { id, answer, number, rights } = parseInput(Join, input);
  const forIt = await forFirm(ctx, number);
  if (answer === 'yes') await acceptJoinRequest(forIt, { requestId: id, rights });
  else await declineJoinRequest(forIt, { requestId: id });
}

/**
 * Grants or declines a right or a deletion that a member asked for, in place of the administrators.
 * @param input `number` of the firm, `id` of the request, `answer` yes or no
 *
 * Refuses with `staff-role-required`, `confirmation-required`, and like `answerRequest`.
 */
export async function answerMember(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'care');
  requireConfirmation(ctx);
  const { id, answer, number } = parseInput(OfFirm, input);
  await answerRequest(await forFirm(ctx, number), { requestId: id, isGranted: answer === 'yes' });
}

/**
 * Agrees to a new main contact that another clerk proposed, or takes the proposal back.
 * @param input `id` of the proposal, `answer` yes or no
 *
 * Refuses with `staff-role-required`, `confirmation-required`, `not-found`, `second-clerk-required` for the clerk who proposed.
 */
export async function answerProposal(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'care');
  requireConfirmation(ctx);
  const { id, answer } = parseInput(Answer, input);
  const proposals = await deskTransaction(ctx, openProposals);
  const proposal = proposals.find((one) => one.id === id) ?? refuse({ code: 'not-found' });
  const forIt = await forFirm(ctx, proposal.customerNumber);
  await (answer === 'yes' ? agreeToMainContact : withdrawMainContact)(forIt, { proposalId: id });
}
