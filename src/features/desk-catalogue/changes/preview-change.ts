import { type Ctx, deskTransaction, requireStaff } from '../../../platform/context.ts';
import { type Change, readChange } from './read-change.ts';

/**
 * What a change would do, before it is made: what is different, and how many booked orders it concerns (they keep what
 * they were promised). Refuses as {@link readChange} does, and with `staff-role-required`.
 */
export async function previewChange(ctx: Ctx, input: unknown): Promise<Change & { affected: number }> {
  requireStaff(ctx, 'catalogue');
  return deskTransaction(ctx, async (tx) => {
    const change = await readChange(tx, ctx, input);
    const { subject, code, from, values } = change;
    return { ...change, affected: await subject.affected(tx, code, from, values) };
  });
}
