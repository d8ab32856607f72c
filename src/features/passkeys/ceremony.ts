import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { type FieldProblem, refuse } from '../../domain/refusal.ts';
import type { Ctx } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { scopeToPerson } from '../../platform/person-scope.ts';
import { type CeremonyPurpose, takeChallenge } from './challenges.ts';
import { countUse, findPasskey } from './queries.ts';
import type { RelyingParty } from './relying-party.ts';
import { AssertPasskey } from './schemas.ts';

/** Where a ceremony takes place: on this site, on a page that carries this form token. */
export interface CeremonyVisit {
  readonly relyingParty: RelyingParty | undefined;
  /** The form token of the page: a challenge is worth nothing on another one. */
  readonly boundTo: string;
}

/** Loaded with the first ceremony: it takes a tenth of a second, and most processes of a test never need it. */
export const library = () => import('@simplewebauthn/server');

/** Ed25519, P-256 and RSA with SHA-256: what every authenticator offers one of. */
export const ALGORITHMS = [-8, -7, -257];

/** The site, where it has passkeys at all. Refuses with `passkey-refused`. */
export function siteOf({ relyingParty }: CeremonyVisit): RelyingParty {
  return relyingParty ?? refuse({ code: 'passkey-refused' });
}

/**
 * Uses up the challenge that was signed. Refuses with `passkey-refused` unless this page was given it, for this
 * purpose, within the last minutes.
 */
export async function spendChallenge(
  ctx: Ctx,
  { boundTo }: CeremonyVisit,
  purpose: CeremonyPurpose,
  clientDataJSON: string,
): Promise<string> {
  const challenge = challengeIn(clientDataJSON);
  const isOurs =
    challenge !== undefined && (await takeChallenge(ctx.db, { challenge, purpose, boundTo, now: ctx.now }));
  return isOurs ? challenge : refuse({ code: 'passkey-refused' });
}

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) ?? {};
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}

/** Whose passkey has signed. */
export interface Assertion {
  readonly personId: number;
  readonly passkeyId: number;
}

/**
 * Checks what an authenticator has signed with a passkey, and notes the use of it. User verification (finger, face,
 * PIN) is asked for, so that a passkey alone is two factors.
 * @param input see {@link AssertPasskey}
 *
 * Refuses with `passkey-refused` for everything that does not fit: nobody learns whether a passkey exists.
 */
export async function checkAssertion(
  ctx: Ctx,
  visit: CeremonyVisit,
  purpose: CeremonyPurpose,
  input: unknown,
): Promise<Assertion> {
  const { credential } = readCredential(() => parseInput(AssertPasskey, input));
  const { id: rpId, origin } = siteOf(visit);
  const challenge = await spendChallenge(ctx, visit, purpose, credential.response.clientDataJSON);
  const passkey = await findPasskey(ctx.db, Buffer.from(credential.id, 'base64url'));
  if (!passkey) refuse({ code: 'passkey-refused' });

  const { verifyAuthenticationResponse } = await library();
  const checked = await verifyAuthenticationResponse({
    response: credential as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential: {
      id: credential.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
    },
  }).catch(() => undefined); // the library throws for whatever does not fit
  if (!checked?.verified) refuse({ code: 'passkey-refused' });

  const counter = checked.authenticationInfo.newCounter;
  const isCounted = await ctx.db.transaction(undefined, async (tx) => {
    await scopeToPerson(tx, passkey.personId);
    return countUse(tx, { id: passkey.id, counter, at: ctx.now });
  });
  if (!isCounted) refuse({ code: 'passkey-refused' });
  return { personId: passkey.personId, passkeyId: passkey.id };
}

/** What no browser sends is no mistake of the person: one refusal instead of one for each part of it. */
export function readCredential<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const fields: readonly FieldProblem[] =
      (error as { refusal?: { fields?: FieldProblem[] } }).refusal?.fields ?? [];
    if (fields.some(({ field }) => field.startsWith('credential'))) refuse({ code: 'passkey-refused' });
    throw error;
  }
}

export type { RegistrationResponseJSON };
