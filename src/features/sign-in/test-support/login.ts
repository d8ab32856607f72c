import assert from 'node:assert/strict';
import type { TestApp } from '../../../../test/support/app.ts';
import { DEMO_PASSWORD } from '../../../demo/demo-password.ts';

/** The administrator of the first sample firm. */
export const HENRIKE = 'admin@d100001.example';
export const LOGIN = { customerNumber: 'D100001', email: HENRIKE, password: DEMO_PASSWORD };
export const NEW_PASSWORD = 'drei Gänse auf dem Dach';

/** Asks for a one-time password with a browser of its own and reads it in the mailbox. */
export async function oneTimePassword(portal: TestApp, email = HENRIKE): Promise<string> {
  const browser = portal.client();
  await browser.get('/passwort-vergessen');
  await browser.submit('/passwort-vergessen', { email });
  await portal.drain();
  const secrets = (await portal.letters()).flatMap(({ text }) => /^ {4}(\S+)$/m.exec(text)?.[1] ?? []);
  return secrets.at(-1) ?? assert.fail('no one-time password was sent');
}
