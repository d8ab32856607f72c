import { audit } from '../../../platform/audit/audit.ts';
import type { CustomerCtx } from '../../../platform/context.ts';
import { personTransaction } from '../../../platform/person-scope.ts';
import { deleteFeed, lockFeed } from './queries.ts';

/**
 * Makes the acting person's calendar address lead nowhere; without one it changes nothing. Refuses with
 * `not-signed-in` for anybody but a person.
 */
export async function removeFeed(ctx: CustomerCtx): Promise<void> {
  await personTransaction(ctx, async (tx, { personId }) => {
    await lockFeed(tx, ctx.customer.id, personId);
    if (!(await deleteFeed(tx))) return;
    await audit(tx, ctx, { action: 'calendar-feed.remove', object: `person/${personId}` });
  });
}
