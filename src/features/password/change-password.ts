import { refuse } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { findOwnSession } from '../../platform/sessions/index.ts';
import { type BegunSession, checkPassword, setNewPassword } from '../sign-in/index.ts';
import { ChangePassword } from './schemas.ts';

/**
 * Changes the password of the acting person, who knows the old one. All their other sessions and the trust in their
 * devices end; the session at hand goes on under a new token; a letter tells them.
 * @param input `oldPassword`, `password`
 *
 * Refuses with `invalid` (`wrong-password`, `same-password`, `too-short`, `too-long`, `common-password`),
 * `too-many-attempts`, `not-signed-in` for anybody but a person.
 */
export async function changePassword(
  ctx: CustomerCtx,
  visit: {
    readonly appKey: string;
    readonly sessionId: number;
    readonly userAgent: string;
    readonly clientAddress: string;
  },
  input: unknown,
): Promise<BegunSession> {
  const { oldPassword, password } = parseInput(ChangePassword, input);
  const session = await personTransaction(ctx, (tx) => findOwnSession(tx, visit.sessionId));
  if (!session) refuse({ code: 'not-signed-in' });
  if (!(await checkPassword(ctx, visit, oldPassword))) {
    refuse({ code: 'invalid', fields: [{ field: 'oldPassword', problem: 'wrong-password' }] });
  }
  if (password === oldPassword) {
    refuse({ code: 'invalid', fields: [{ field: 'password', problem: 'same-password' }] });
  }
  return setNewPassword(ctx, { ...visit, isSignedIn: session }, { password });
}
