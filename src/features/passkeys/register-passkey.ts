import { createHmac } from 'node:crypto';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireConfirmation } from '../../platform/context.ts';
import { violatedConstraint } from '../../platform/db/database.ts';
import { parseInput } from '../../platform/input.ts';
import { actingPerson, personTransaction } from '../../platform/person-scope.ts';
import { deviceLabel, renewSession } from '../../platform/sessions/index.ts';
import { countAttempt, type Limit } from '../../platform/throttle/throttle.ts';
import { countCodes, makeRecoveryCodes, replaceCodes } from '../recovery-codes/index.ts';
import { tellPerson } from '../security-letters/index.ts';
import {
  ALGORITHMS,
  type CeremonyVisit,
  library,
  type RegistrationResponseJSON,
  readCredential,
  siteOf,
  spendChallenge,
} from './ceremony.ts';
import { newChallenge } from './challenges.ts';
import { credentialsOf, insertPasskey } from './queries.ts';
import { RegisterPasskey } from './schemas.ts';

/** More than anybody has keys and telephones. */
const LIMIT: Limit = { hits: 20, seconds: 24 * 60 * 60 };

/**
 * What a browser is to make a passkey of the acting person with. Devices that have one already are left out.
 *
 * Refuses with `confirmation-required`, `passkey-refused` where the site has no passkeys, `too-many-attempts`,
 * `not-signed-in` for anybody but a person.
 */
export async function passkeyToRegister(
  ctx: CustomerCtx,
  visit: CeremonyVisit & { readonly appKey: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  requireConfirmation(ctx);
  const { personId, email, name } = actingPerson(ctx);
  const site = siteOf(visit);
  await countAttempt(ctx.db, visit.appKey, `passkeys of person ${personId}`, LIMIT, ctx.now);
  const own = await personTransaction(ctx, (tx) => credentialsOf(tx, personId));
  const challenge = await newChallenge(ctx.db, { purpose: 'register', boundTo: visit.boundTo, now: ctx.now });
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpID: site.id,
    rpName: site.name,
    userName: email,
    userDisplayName: name,
    // the same for all passkeys of a person, and nothing that says who it is
    userID: new Uint8Array(createHmac('sha256', visit.appKey).update(`passkeys of ${personId}`).digest()),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    attestationType: 'none',
    excludeCredentials: own,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

/** A passkey that has just been added. */
export interface PasskeyAdded {
  /** Recovery codes to be shown once, when this is the first second factor. */
  readonly codes?: readonly string[] | undefined;
  /** For the cookie, when the session waited for a second factor to be set up. */
  readonly token?: string | undefined;
}

/**
 * Adds the passkey that an authenticator has made to the acting person.
 * @param visit `sessionToFinish`: a session that waits for a second factor to be set up, and is full afterwards
 * @param input see {@link RegisterPasskey}; without a name it is called after the device
 *
 * Refuses with `confirmation-required`, `invalid` (the name), `passkey-refused`, `not-signed-in` for anybody but a
 * person.
 */
export async function registerPasskey(
  ctx: CustomerCtx,
  visit: CeremonyVisit & { readonly userAgent: string; readonly sessionToFinish?: number | undefined },
  input: unknown,
): Promise<PasskeyAdded> {
  requireConfirmation(ctx);
  const { name, credential } = readCredential(() => parseInput(RegisterPasskey, input));
  const made = await checkRegistration(ctx, visit, credential as RegistrationResponseJSON);
  const called = name || deviceLabel(visit.userAgent) || 'Passkey';
  const { left } = await personTransaction(ctx, (tx, { personId }) => countCodes(tx, personId));
  const prepared = left > 0 ? undefined : await makeRecoveryCodes();
  try {
    return await personTransaction(ctx, async (tx, { personId }) => {
      await insertPasskey(tx, {
        person_id: personId,
        credential_id: Buffer.from(made.id, 'base64url'),
        public_key: Buffer.from(made.publicKey),
        counter: made.counter,
        transports: credential.response.transports,
        name: called,
        created_at: ctx.now,
      });
      if (prepared) await replaceCodes(tx, personId, prepared.stored);
      await audit(tx, ctx, {
        action: 'person.passkey-added',
        object: ctx.customer.number,
        after: { name: called },
      });
      await tellPerson(tx, ctx, 'passkey-added');
      const { sessionToFinish } = visit;
      const token = sessionToFinish && (await renewSession(tx, sessionToFinish, ctx.now, 'second-factor'));
      return { codes: prepared?.codes, token: token || undefined };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'passkey_credential_id_key') refuse({ code: 'passkey-refused' });
    throw error;
  }
}

async function checkRegistration(ctx: CustomerCtx, visit: CeremonyVisit, response: RegistrationResponseJSON) {
  const { id, origin } = siteOf(visit);
  const challenge = await spendChallenge(ctx, visit, 'register', response.response.clientDataJSON);
  const { verifyRegistrationResponse } = await library();
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined); // the library throws for whatever does not fit
  return checked?.verified ? checked.registrationInfo.credential : refuse({ code: 'passkey-refused' });
}
