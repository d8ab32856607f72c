import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { parseInput } from '../../platform/input.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { renewSession } from '../../platform/sessions/index.ts';
import { type CeremonyVisit, checkAssertion } from '../passkeys/index.ts';
import { type CodeKind, countCode, forgetCodes, useCode } from '../second-factor/index.ts';
import { checkPassword } from '../sign-in/index.ts';
import { needsOf } from './needs.ts';
import { ConfirmIdentity } from './schemas.ts';

/** The session in which somebody proves once more who they are. */
export interface ConfirmVisit {
  readonly appKey: string;
  readonly sessionId: number;
  readonly deviceToken: string | undefined;
}

/**
 * Proves once more that the acting person is the one who signed in, with what signing in takes: the password, and
 * the second factor where one is due. Their session gets a new token.
 * @param input see {@link ConfirmIdentity}
 * @returns the new token, for the cookie
 *
 * Refuses with `not-signed-in` for anybody but a person, `invalid` (`wrong-password`, `wrong-code`),
 * `too-many-attempts`.
 */
export async function confirmIdentity(
  ctx: CustomerCtx,
  visit: ConfirmVisit,
  input: unknown,
): Promise<string> {
  const { password, otp } = parseInput(ConfirmIdentity, input);
  const needs = await personTransaction(ctx, (tx, { personId }) =>
    needsOf(tx, ctx, personId, visit.deviceToken),
  );
  if (needs.code && otp === '') refuse({ code: 'invalid', fields: [{ field: 'otp', problem: 'required' }] });
  if (!(await checkPassword(ctx, visit, password))) return fail(ctx, 'password', 'wrong-password');
  if (!needs.code) return personTransaction(ctx, (tx) => renew(tx, ctx, visit, 'password'));

  await countCode(ctx, visit.appKey);
  const token = await personTransaction(ctx, async (tx, { personId }) => {
    const kind = await useCode(tx, ctx, { appKey: visit.appKey, personId, typed: otp });
    return kind && renew(tx, ctx, visit, kind);
  });
  if (token === undefined) return fail(ctx, 'otp', 'wrong-code');
  await forgetCodes(ctx, visit.appKey);
  return token;
}

/**
 * The same with a passkey of the acting person, which is both at once.
 *
 * Refuses with `passkey-refused`, also for somebody else's passkey, `not-signed-in` for anybody but a person.
 */
export async function confirmByPasskey(
  ctx: CustomerCtx,
  visit: ConfirmVisit & { readonly ceremony: CeremonyVisit },
  input: unknown,
): Promise<string> {
  const proof = await checkAssertion(ctx, visit.ceremony, 'confirm', input);
  return personTransaction(ctx, (tx, { personId }) => {
    if (proof.personId !== personId) refuse({ code: 'passkey-refused' });
    return renew(tx, ctx, visit, 'passkey');
  });
}

async function renew(
  tx: Transaction,
  ctx: CustomerCtx,
  visit: ConfirmVisit,
  by: 'password' | 'passkey' | CodeKind,
): Promise<string> {
  const token = await renewSession(tx, visit.sessionId, ctx.now);
  if (token === undefined) refuse({ code: 'not-signed-in' });
  await audit(tx, ctx, { action: 'person.confirm', object: ctx.customer.number, after: { by } });
  return token;
}

async function fail(
  ctx: CustomerCtx,
  field: 'password' | 'otp',
  problem: 'wrong-password' | 'wrong-code',
): Promise<never> {
  await transaction(ctx, (tx) =>
    audit(tx, ctx, { action: 'person.confirm-failed', object: ctx.customer.number, after: { field } }),
  );
  return refuse({ code: 'invalid', fields: [{ field, problem }] });
}
