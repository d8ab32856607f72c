import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { companyChangeAnswered } from './jobs.ts';
import { answerRequest, lockRequest, openRequests, renameCustomer } from './queries.ts';
import { CompanyAnswer } from './schemas.ts';

/**
 * The requests for another name that wait for an answer, of all firms.
 *
 * Refuses with `staff-role-required` without the role care, `not-found` for anybody but the carrier.
 */
export async function openCompanyChanges(ctx: Ctx) {
  requireStaff(ctx, 'care');
  return deskTransaction(ctx, openRequests);
}

/**
 * Answers a request for another name. Accepted, the firm is called so from now on; documents that are issued
 * already keep the former name. A letter tells whoever asked.
 * @param input see {@link CompanyAnswer}
 *
 * Refuses with `staff-role-required` without the role care, `not-found` for anybody but the carrier and when no such request waits, `invalid` (declined
 * without a word).
 */
export async function answerCompanyChange(ctx: Ctx, input: unknown): Promise<{ number: string }> {
  requireStaff(ctx, 'care');
  const { id, answer, note } = parseInput(CompanyAnswer, input);
  return deskTransaction(ctx, async (tx) => {
    const request = await lockRequest(tx, id);
    if (!request) refuse({ code: 'not-found' });
    const { customerId, number, name, newName } = request;
    await answerRequest(tx, { id, answer, note, at: ctx.now });
    if (answer === 'accepted') await renameCustomer(tx, customerId, newName);
    await audit(
      tx,
      { ...ctx, customer: { id: customerId, number, name } },
      answer === 'accepted'
        ? { action: 'company.accept', object: 'company', before: { name }, after: { name: newName } }
        : { action: 'company.decline', object: 'company', after: { note } },
    );
    await ctx.jobs.enqueue(tx, companyChangeAnswered, { customerId, requestId: id });
    return { number };
  });
}
