import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { filledValues } from '../changes.ts';
import { Submission } from '../schemas.ts';
import { sentBefore } from '../sent-before.ts';
import { countContacts, insertContact } from './queries.ts';
import { ContactValues } from './schemas.ts';

/** More than anybody could keep up to date. */
export const MOST_CONTACTS = 200;

/**
 * Adds a contact person. A resend of the same form adds nobody.
 * @param input the key of the form and {@link ContactValues}
 *
 * Refuses with `forbidden` without `masterData.edit`, `invalid`, `limit-reached`, `key-reused`.
 */
export async function addContact(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'masterData.edit');
  const { key } = parseInput(Submission, input);
  const values = parseInput(ContactValues, input);
  await transaction(ctx, async (tx) => {
    if (await sentBefore(tx, ctx, key, { verb: 'contact.add', values })) return;
    if ((await countContacts(tx)) >= MOST_CONTACTS) refuse({ code: 'limit-reached', limit: MOST_CONTACTS });
    const id = await insertContact(tx, ctx.customer.id, values);
    await audit(tx, ctx, { action: 'contact.add', object: `contact/${id}`, after: filledValues(values) });
  });
}
