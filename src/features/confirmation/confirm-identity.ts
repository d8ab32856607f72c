import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { renewSession } from '../../platform/sessions/index.ts';
import { checkPassword } from '../sign-in/index.ts';
import { ConfirmIdentity } from './schemas.ts';

/**
 * Proves once more that the acting person is the one who signed in, and gives their session a new token.
 * @param input see {@link ConfirmIdentity}
 * @returns the new token, for the cookie
 *
 * Refuses with `not-signed-in` for anybody but a person, `invalid` (`wrong-password`), `too-many-attempts`.
 */
export async function confirmIdentity(
  ctx: CustomerCtx,
  visit: { readonly appKey: string; readonly sessionId: number },
  input: unknown,
): Promise<string> {
  const { password } = parseInput(ConfirmIdentity, input);
  if (!(await checkPassword(ctx, visit, password))) {
    refuse({ code: 'invalid', fields: [{ field: 'password', problem: 'wrong-password' }] });
  }
  return personTransaction(ctx, async (tx) => {
    const token = await renewSession(tx, visit.sessionId, ctx.now);
    if (token === undefined) refuse({ code: 'not-signed-in' });
    await audit(tx, ctx, { action: 'person.confirm', object: ctx.customer.number });
    return token;
  });
}
