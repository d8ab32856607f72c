import { randomBytes } from 'node:crypto';
import { type Database, query } from '../../platform/db/database.ts';

/** What a challenge is signed for; a signature for one purpose is worth nothing for another. */
export type CeremonyPurpose = 'register' | 'sign-in' | 'second-step' | 'confirm';

/** As long as a person may take to find their key and touch it. */
const LIFE_MINUTES = 5;

/** A new challenge for the page that asks; sweeps away those that nobody came back with. */
export async function newChallenge(
  db: Database,
  asked: { readonly purpose: CeremonyPurpose; readonly boundTo: string; readonly now: Temporal.Instant },
): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  const expires_at = asked.now.add({ minutes: LIFE_MINUTES });
  await db.all(
    query
      .with('swept', (swept) => swept.deleteFrom('passkey_challenge').where('expires_at', '<', asked.now))
      .insertInto('passkey_challenge')
      .values({ challenge, purpose: asked.purpose, bound_to: asked.boundTo, expires_at }),
  );
  return challenge;
}

/** Uses a challenge up; false when it was not given to this page for this purpose, is too old, or was used. */
export async function takeChallenge(
  db: Database,
  taken: {
    readonly challenge: string;
    readonly purpose: CeremonyPurpose;
    readonly boundTo: string;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const rows = await db.all(
    query
      .deleteFrom('passkey_challenge')
      .where('challenge', '=', taken.challenge)
      .where('purpose', '=', taken.purpose)
      .where('bound_to', '=', taken.boundTo)
      .where('expires_at', '>', taken.now)
      .returning('challenge'),
  );
  return rows.length === 1;
}
