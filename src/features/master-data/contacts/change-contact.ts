import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { changesBetween } from '../changes.ts';
import { Version } from '../schemas.ts';
import { findContact, updateContact } from './queries.ts';
import { ContactValues } from './schemas.ts';

/**
 * Changes a contact person. Saving what is saved already changes nothing.
 * @param input `id`, the `version` that the form showed, {@link ContactValues}
 *
 * Refuses with `forbidden` without `masterData.edit`, `invalid`, `not-found` (also for another firm's and for one
 * who was removed), `stale`.
 */
export async function changeContact(ctx: CustomerCtx, input: unknown): Promise<{ changed: boolean }> {
  requireRight(ctx, 'masterData.edit');
  const { id, version } = parseInput(Version, input);
  const values = parseInput(ContactValues, input);
  return transaction(ctx, async (tx) => {
    const current = await findContact(tx, id, 'lock');
    if (!current) refuse({ code: 'not-found' });
    const change = changesBetween(current.values, values);
    if (!change) return { changed: false };
    if (current.version !== version) refuse({ code: 'stale' });
    await updateContact(tx, id, values);
    await audit(tx, ctx, { action: 'contact.change', object: `contact/${id}`, ...change });
    return { changed: true };
  });
}
