import { DEMO_ACTIVATION_CODE, issueActivationCode } from '../features/registration/index.ts';
import type { Ctx } from '../platform/context.ts';
import { firmsWithoutPeople } from './queries.ts';

/**
 * Gives the sample firms that nobody acts for the code that the page of the registration prints, unless they have
 * one that is still good.
 * @param ctx the carrier's, on a connection of the owner
 */
export async function issueDemoCode(ctx: Ctx): Promise<void> {
  const firms = await ctx.db.transaction(undefined, (tx) => firmsWithoutPeople(tx, ctx.now));
  for (const customer of firms) await issueActivationCode({ ...ctx, customer }, DEMO_ACTIVATION_CODE);
}
