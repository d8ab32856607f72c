import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Ctx, CustomerCtx } from '../../platform/context.ts';
import { addressGroup } from '../../platform/http/index.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { countAttempt, type Limit } from '../../platform/throttle/throttle.ts';
import { type CeremonyVisit, library, siteOf } from './ceremony.ts';
import { type CeremonyPurpose, newChallenge } from './challenges.ts';
import { credentialsOf } from './queries.ts';

/** Per address: a whole office may sign in on one morning. */
export const PASSKEY_LIMIT: Limit = { hits: 60, seconds: 15 * 60 };

/**
 * What a browser is to sign with a passkey, for signing in: any passkey of this site will do.
 *
 * Refuses with `too-many-attempts`, `passkey-refused` where the site has no passkeys.
 */
export async function passkeyForSignIn(
  ctx: Ctx,
  visit: CeremonyVisit & { readonly appKey: string; readonly clientAddress: string },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const key = `passkey from ${addressGroup(visit.clientAddress)}`;
  await countAttempt(ctx.db, visit.appKey, key, PASSKEY_LIMIT, ctx.now);
  return optionsFor(ctx, visit, 'sign-in', undefined);
}

/**
 * What a browser is to sign with one of the passkeys of the acting person.
 *
 * Refuses with `passkey-refused` where the site has no passkeys, `not-signed-in` for anybody but a person.
 */
export async function ownPasskeyFor(
  ctx: CustomerCtx,
  visit: CeremonyVisit,
  purpose: 'second-step' | 'confirm',
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const own = await personTransaction(ctx, (tx, { personId }) => credentialsOf(tx, personId));
  return optionsFor(ctx, visit, purpose, own);
}

async function optionsFor(
  ctx: Ctx,
  visit: CeremonyVisit,
  purpose: CeremonyPurpose,
  allowed: { id: string; transports: string[] }[] | undefined,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { id } = siteOf(visit);
  const challenge = await newChallenge(ctx.db, { purpose, boundTo: visit.boundTo, now: ctx.now });
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
    ...(allowed ? { allowCredentials: allowed } : {}),
  });
}
