import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../platform/context.ts';
import { type Transaction, violatedConstraint } from '../../platform/db/database.ts';
import type { Answers } from '../../platform/db/json.ts';
import { parseInput } from '../../platform/input.ts';
import { rideAnswersOf } from '../couriers/index.ts';
import { dropOffAnswersOf } from '../drop-offs/index.ts';
import { answersOf, type FoundOrder, findOrder } from '../orders/index.ts';
import { countTemplates, insertTemplate, lockTemplates } from './queries.ts';
import { SaveTemplate } from './schemas.ts';

/** More than anybody could choose from. */
export const MOST_TEMPLATES = 200;

/** A name that another template of the firm has is a mistake in the form, also when both are saved at once. */
export function asTaken(error: unknown): never {
  if (violatedConstraint(error) !== 'order_template_name') throw error;
  return refuse({ code: 'invalid', fields: [{ field: 'name', problem: 'taken' }] });
}

/**
 * Keeps the answers of an order, all but its date, under a name for everybody in the firm.
 * @param input see {@link SaveTemplate}
 *
 * Refuses with `forbidden` without `orders.place`, `invalid` (`taken`: a template has that name), `not-found` (also
 * for another firm's order and one that cannot be ordered by form), `limit-reached`.
 */
export async function saveTemplate(ctx: CustomerCtx, input: unknown): Promise<{ id: number }> {
  requireRight(ctx, 'orders.place');
  const { number, name } = parseInput(SaveTemplate, input);
  return transaction(ctx, async (tx) => {
    await lockTemplates(tx, ctx.customer.id);
    const found = await findOrder(tx, number);
    const answers = found && (await answersFor(tx, found));
    if (!found || !answers) return refuse({ code: 'not-found' });
    if ((await countTemplates(tx)) >= MOST_TEMPLATES)
      refuse({ code: 'limit-reached', limit: MOST_TEMPLATES });
    const id = await insertTemplate(tx, {
      customerId: ctx.customer.id,
      name,
      serviceCode: found.order.service_code,
      answers,
      personId: personIdOf(ctx),
      at: ctx.now,
    });
    await audit(tx, ctx, {
      action: 'template.save',
      object: `template/${id}`,
      after: { name, order: number },
    });
    return { id };
  }).catch(asTaken);
}

/** The answers behind an order, whatever form it came from. */
async function answersFor(tx: Transaction, found: FoundOrder): Promise<Answers | undefined> {
  return answersOf(found) ?? (await rideAnswersOf(tx, found)) ?? (await dropOffAnswersOf(tx, found));
}
