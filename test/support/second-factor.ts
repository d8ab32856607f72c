import assert from 'node:assert/strict';
import { hash } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import { newSecret } from '../../src/features/second-factor/totp.ts';
import { seal } from '../../src/platform/secrets/index.ts';
import { APP_KEY, type TestApp } from './app.ts';
import type { Client } from './client.ts';
import type { TestDatabase } from './database.ts';
import { personIdFor } from './people.ts';

/** An app for codes in the hand of a person. */
export interface CodeApp {
  /** The code of the present time step, or of one before or after it. */
  code(portal: Pick<TestApp, 'clock'>, steps?: number): string;
  /** The recovery codes that were shown when it was set up; none when there were some already. */
  readonly codes: readonly string[];
}

/** The code that an app with this secret shows at a time. */
export function codeAt(secret: string, now: Temporal.Instant, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: now.epochMilliseconds + steps * 30_000 });
}

/** Sets an app up on the pages, for whoever is signed in in this browser. */
export async function setUpApp(
  portal: TestApp,
  browser: Client,
  path = '/konto/sicherheit/app',
): Promise<CodeApp> {
  await browser.get(path);
  await browser.submit(`${path}/neu`);
  const secret = shownSecret(browser);
  const page = await browser.submit(path, { otp: codeAt(secret, portal.clock()) });
  assert.equal(page.status, 200, page.text);
  return {
    code: ({ clock }, steps) => codeAt(secret, clock(), steps),
    codes: shownCodes(browser),
  };
}

/** The secret that the page shows beside the QR code. */
export function shownSecret({ page }: Client): string {
  const shown = /<code>((?:[A-Z2-7]{4} ?)+)<\/code>/.exec(page.html)?.[1];
  return shown?.replaceAll(' ', '') ?? assert.fail(`no secret on ${page.address}`);
}

/** The recovery codes that the page shows. */
export const shownCodes = ({ page }: Client): string[] =>
  [...page.html.matchAll(/<code>([2-9A-Z]{4}(?:-[2-9A-Z]{4}){2})<\/code>/g)].map(([, code = '']) => code);

/** The recovery codes of {@link giveApp}. */
export const CODES = ['AAAA-BBBB-CCCC', 'DDDD-EEEE-FFFF'] as const;

/** Gives somebody an app as if they had set it up long ago, and {@link giveCodes recovery codes}. */
export async function giveApp(database: TestDatabase, email: string): Promise<string> {
  const personId = await personIdFor(database, email);
  const secret = newSecret();
  await database.owner.sql(
    "insert into totp (person_id, secret, activated_at) values ($1, $2, '2026-01-01T00:00Z')",
    [personId, seal(APP_KEY, 'totp', secret, `person ${personId}`)],
  );
  await giveCodes(database, email);
  return secret;
}

/** Gives somebody two recovery codes whose hashes are cheap: ten dear ones cost a quarter of a second. */
export async function giveCodes(database: TestDatabase, email: string): Promise<void> {
  const personId = await personIdFor(database, email);
  for (const code of CODES) {
    const plain = code.replaceAll('-', '');
    await database.owner.sql(
      'insert into recovery_code (person_id, selector, code_hash) values ($1, $2, $3)',
      [personId, plain.slice(0, 4), await hash(plain, { memoryCost: 8, timeCost: 1, parallelism: 1 })],
    );
  }
}
