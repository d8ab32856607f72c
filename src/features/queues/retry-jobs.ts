import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { failedIdsOf } from './queries.ts';

/** One failed job, or all that failed in a queue (at most so many at once). */
export const RetryJobs = z.object({
  name: z.string().regex(/^[\w.-]{1,100}$/),
  id: z.uuid().optional(),
});
export type RetryJobs = z.input<typeof RetryJobs>;

const MOST = 1000;

/**
 * Lets failed jobs be tried once more, with what they were to do.
 * @param input see {@link RetryJobs}
 * @returns how many those are
 *
 * Refuses with `not-found` (also when nothing has failed there any more), `staff-role-required`, `invalid`.
 */
export async function retryJobs(ctx: Ctx, input: unknown): Promise<number> {
  requireStaff(ctx, 'admin');
  const { name, id } = parseInput(RetryJobs, input);
  return deskTransaction(ctx, async (tx) => {
    const ids = await failedIdsOf(tx, name, id, MOST);
    const count = ids.length === 0 ? 0 : await ctx.jobs.retry(tx, name, ids);
    if (count === 0) refuse({ code: 'not-found' });
    await audit(tx, ctx, { action: 'job.retry', object: name, after: { count, ...(id ? { id } : {}) } });
    return count;
  });
}
