import { randomBytes } from 'node:crypto';
import { audit } from '../../../platform/audit/audit.ts';
import type { CustomerCtx } from '../../../platform/context.ts';
import { personTransaction } from '../../../platform/person-scope.ts';
import { tokenHash } from '../../../platform/sessions/index.ts';
import { feedToken } from './address.ts';
import { deleteFeed, insertFeed, lockFeed } from './queries.ts';

/**
 * Gives the acting person a secret address for their calendar of this firm; an address that they had is valid no
 * longer. Refuses with `not-signed-in` for anybody but a person.
 */
export async function renewFeed(
  ctx: CustomerCtx,
  { appKey }: { readonly appKey: string },
): Promise<{ isNew: boolean }> {
  return personTransaction(ctx, async (tx, { personId }) => {
    await lockFeed(tx, ctx.customer.id, personId);
    const had = await deleteFeed(tx);
    const seed = randomBytes(32);
    await insertFeed(tx, {
      customerId: ctx.customer.id,
      personId,
      tokenHash: tokenHash(feedToken(appKey, seed)),
      seed,
      at: ctx.now,
    });
    await audit(tx, ctx, {
      action: had ? 'calendar-feed.renew' : 'calendar-feed.create',
      object: `person/${personId}`,
    });
    return { isNew: !had };
  });
}
