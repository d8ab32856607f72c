import { z } from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../../platform/context.ts';
import { parseInput, wholeNumber } from '../../../platform/input.ts';
import { findDeskMail, isOnItsWay, jobOfMail, lockMail } from './queries.ts';

export const ResendMail = z.object({ mailId: wholeNumber(1, 999_999_999) });
export type ResendMail = z.input<typeof ResendMail>;

/**
 * Sends a letter once more. One that was given up is tried again as it is; for one that went out its cause is done once
 * more, so that everybody who got a letter then gets one now, with new one-time passwords and links.
 * @param input see {@link ResendMail}
 *
 * Refuses with `not-found` (also when the queue no longer keeps the cause), `staff-role-required`, `request-pending`
 * while it is on its way.
 */
export async function resendMail(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'care');
  const { mailId } = parseInput(ResendMail, input);
  await deskTransaction(ctx, async (tx) => {
    await lockMail(tx, mailId);
    const mail = await findDeskMail(tx, mailId);
    const job = mail && (await jobOfMail(tx, mail.key));
    if (!mail || !job) refuse({ code: 'not-found' });
    if (await isOnItsWay(tx, job)) refuse({ code: 'request-pending' });
    if (job.state === 'failed') await ctx.jobs.retry(tx, job.name, [job.id]);
    else await ctx.jobs.enqueue(tx, { name: job.name }, job.data);
    await audit(tx, ctx, {
      action: 'mail.resend',
      object: mail.recipient,
      after: { mailId, job: job.name, subject: mail.subject },
    });
  });
}
