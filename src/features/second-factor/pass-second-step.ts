import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { parseInput } from '../../platform/input.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { renewSession } from '../../platform/sessions/index.ts';
import { type Browser, trustBrowser } from '../devices/index.ts';
import { type CeremonyVisit, checkAssertion } from '../passkeys/index.ts';
import { tellPerson } from '../security-letters/index.ts';
import { countCode, forgetCodes } from './attempts.ts';
import { type CodeKind, useCode } from './check-code.ts';
import { SecondFactorCode } from './schemas.ts';

/** The session that waits for the second factor, and the browser that it is in. */
export interface StepVisit {
  readonly appKey: string;
  readonly sessionId: number;
  readonly browser: Browser;
  /** The person wants this browser to be remembered. */
  readonly wantsTrust: boolean;
}

/** The step is done. */
export interface StepPassed {
  /** For the cookie: the session is full now, under a new token. */
  readonly token: string;
  /** For the browser to keep, when it is to be trusted. */
  readonly deviceToken?: string | undefined;
}

/**
 * Second step of signing in, with a code of the app or a recovery code.
 * @param input see {@link SecondFactorCode}
 *
 * Refuses with `invalid` (`wrong-code`: wrong, too old, used before), `too-many-attempts`, `not-signed-in` when the
 * session has ended meanwhile.
 */
export async function passSecondStep(
  ctx: CustomerCtx,
  visit: StepVisit,
  input: unknown,
): Promise<StepPassed> {
  const { otp } = parseInput(SecondFactorCode, input);
  await countCode(ctx, visit.appKey);
  const passed = await personTransaction(ctx, async (tx, { personId }) => {
    const kind = await useCode(tx, ctx, { appKey: visit.appKey, personId, typed: otp });
    return kind && complete(tx, ctx, visit, personId, kind);
  });
  if (!passed) {
    await recordFailure(ctx);
    refuse({ code: 'invalid', fields: [{ field: 'otp', problem: 'wrong-code' }] });
  }
  await forgetCodes(ctx, visit.appKey);
  return passed;
}

/**
 * The same with a passkey of the person.
 *
 * Refuses with `passkey-refused`, also for somebody else's passkey, `not-signed-in` when the session has ended.
 */
export async function passSecondStepByPasskey(
  ctx: CustomerCtx,
  visit: StepVisit & { readonly ceremony: CeremonyVisit },
  input: unknown,
): Promise<StepPassed> {
  const proof = await checkAssertion(ctx, visit.ceremony, 'second-step', input);
  return personTransaction(ctx, async (tx, { personId }) => {
    if (proof.personId !== personId) refuse({ code: 'passkey-refused' });
    return complete(tx, ctx, visit, personId, 'passkey');
  });
}

async function complete(
  tx: Transaction,
  ctx: CustomerCtx,
  visit: StepVisit,
  personId: number,
  kind: CodeKind | 'passkey',
): Promise<StepPassed> {
  const token = await renewSession(tx, visit.sessionId, ctx.now, 'second-factor');
  if (token === undefined) refuse({ code: 'not-signed-in' });
  await audit(tx, ctx, {
    action: 'person.second-step',
    object: ctx.customer.number,
    after: { by: kind },
  });
  if (kind === 'recovery-code') await tellPerson(tx, ctx, 'code-used');
  const deviceToken = visit.wantsTrust ? await trustBrowser(tx, ctx, personId, visit.browser) : undefined;
  return { token, deviceToken };
}

function recordFailure(ctx: CustomerCtx): Promise<void> {
  return transaction(ctx, (tx) =>
    audit(tx, ctx, { action: 'person.second-step-failed', object: ctx.customer.number }),
  );
}
