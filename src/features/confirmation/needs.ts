import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { factorsOf, stageAfterPassword } from '../../platform/sessions/index.ts';

/** What the acting person has to show, in this browser, to prove who they are. */
export interface Needs {
  /** Besides the password: the same as when signing in. */
  readonly code: boolean;
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
}

/** Asked in a transaction that sees the secrets of the acting person. */
export async function needsOf(
  tx: Transaction,
  ctx: CustomerCtx,
  personId: number,
  deviceToken: string | undefined,
): Promise<Needs> {
  const member = { personId, customerId: ctx.customer.id };
  const { stage } = await stageAfterPassword(tx, member, deviceToken, ctx.now);
  const { hasTotp, hasPasskey } = await factorsOf(tx, ctx, personId);
  return { code: stage === 'second-factor', hasTotp, hasPasskey };
}
