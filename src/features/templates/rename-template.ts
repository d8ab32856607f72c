import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { findTemplate, lockTemplates, renameRow } from './queries.ts';
import { asTaken } from './save-template.ts';
import { RenameTemplate } from './schemas.ts';

/**
 * Gives a template of the firm another name; the same name changes nothing.
 * @param input see {@link RenameTemplate}
 *
 * Refuses with `forbidden` without `orders.place`, `invalid` (`taken`), `not-found` (also for another firm's).
 */
export async function renameTemplate(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'orders.place');
  const { id, name } = parseInput(RenameTemplate, input);
  await transaction(ctx, async (tx) => {
    await lockTemplates(tx, ctx.customer.id);
    const current = await findTemplate(tx, id);
    if (!current) return refuse({ code: 'not-found' });
    if (current.name === name) return;
    await renameRow(tx, id, name);
    await audit(tx, ctx, {
      action: 'template.rename',
      object: `template/${id}`,
      before: { name: current.name },
      after: { name },
    });
  }).catch(asTaken);
}
