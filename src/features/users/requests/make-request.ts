import { refuse } from '../../../domain/refusal.ts';
import type { Right } from '../../../domain/rights.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, may, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { requestMade } from '../jobs.ts';
import { insertRequest } from './queries.ts';
import { RequestRight } from './schemas.ts';

/**
 * Asks the administrators of the firm for a right that the acting person lacks. Asking again while nobody has
 * answered changes nothing, and neither does asking for a right that they hold.
 * @param input see {@link RequestRight}
 * @returns the right that is asked for
 *
 * Refuses with `not-signed-in` for anybody but a person, `invalid`.
 */
export async function requestRight(ctx: CustomerCtx, input: unknown): Promise<Right> {
  const { right } = parseInput(RequestRight, input);
  if (!may(ctx, right)) await makeRequest(ctx, right);
  return right;
}

/**
 * Asks the administrators to delete the acting person, for whoever may not do it themselves. Nobody's wish to be
 * forgotten hangs on a right. Asking again while nobody has answered changes nothing.
 *
 * Refuses with `not-signed-in` for anybody but a person.
 */
export async function requestDeletion(ctx: CustomerCtx): Promise<void> {
  await makeRequest(ctx, undefined);
}

async function makeRequest(ctx: CustomerCtx, right: Right | undefined): Promise<void> {
  const { actor, customer, now } = ctx;
  if (actor.kind !== 'person') refuse({ code: 'not-signed-in' });
  await transaction(ctx, async (tx) => {
    const id = await insertRequest(tx, { customerId: customer.id, personId: actor.personId, right, at: now });
    if (id === undefined) return;
    await audit(tx, ctx, {
      action: right ? 'user.request-right' : 'user.request-deletion',
      object: `user/${actor.personId}`,
      ...(right ? { after: { right } } : {}),
    });
    await ctx.jobs.enqueue(tx, requestMade, { customerId: customer.id, requestId: id });
  });
}
