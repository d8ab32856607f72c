import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { filledValues } from '../changes.ts';
import { Version } from '../schemas.ts';
import { deleteContact, findContact } from './queries.ts';

/**
 * Removes a contact person: their data is deleted, the history says that it was there.
 * @param input `id` and the `version` that the page showed
 *
 * Refuses with `forbidden` without `masterData.edit`, `invalid`, `not-found` (also for another firm's and for one
 * who is removed already), `stale`.
 */
export async function removeContact(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'masterData.edit');
  const { id, version } = parseInput(Version, input);
  await transaction(ctx, async (tx) => {
    const current = await findContact(tx, id, 'lock');
    if (!current) refuse({ code: 'not-found' });
    if (current.version !== version) refuse({ code: 'stale' });
    await deleteContact(tx, id);
    await audit(tx, ctx, {
      action: 'contact.remove',
      object: `contact/${id}`,
      before: filledValues(current.values),
    });
  });
}
