import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { deleteRow, findTemplate, lockTemplates } from './queries.ts';
import { TemplateId } from './schemas.ts';

/**
 * Deletes a template of the firm; what was ordered with it stays.
 * @param input `id`
 *
 * Refuses with `forbidden` without `orders.place`, `not-found` (also for another firm's).
 */
export async function removeTemplate(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'orders.place');
  const { id } = parseInput(TemplateId, input);
  await transaction(ctx, async (tx) => {
    await lockTemplates(tx, ctx.customer.id);
    const current = await findTemplate(tx, id);
    if (!current) return refuse({ code: 'not-found' });
    await deleteRow(tx, id);
    await audit(tx, ctx, {
      action: 'template.remove',
      object: `template/${id}`,
      before: { name: current.name },
    });
  });
}
