import { z } from 'zod';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import { parseInput, wholeNumber } from '../../platform/input.ts';
import { actingPerson } from '../../platform/person-scope.ts';
import { markAsRead } from './queries.ts';

/** One notice by its id; without one all of them. */
export const MarkNotices = z.object({
  id: z.preprocess(
    (value) => (value === '' ? undefined : value),
    wholeNumber(1, Number.MAX_SAFE_INTEGER).optional(),
  ),
});

/**
 * Marks the acting person's notices of this firm as read; somebody else's id changes nothing.
 * @param input see {@link MarkNotices}
 *
 * Refuses with `not-signed-in` for anybody but a person, `invalid`.
 */
export async function markNotices(ctx: CustomerCtx, input: unknown): Promise<{ marked: number }> {
  const { personId } = actingPerson(ctx);
  const which = parseInput(MarkNotices, input);
  return transaction(ctx, async (tx) => ({ marked: await markAsRead(tx, personId, which, ctx.now) }));
}
