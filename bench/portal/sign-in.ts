import { DEMO_PASSWORD } from '../../src/demo/demo-password.ts';
import { type Browser, openBrowser } from './browser.ts';
import { hiddenFields } from './html.ts';

const SIGN_IN = '/anmelden';

/** The firms of the demo. */
export const FIRMS = ['D100001', 'D100002', 'D100003'] as const;

/** Signs the administrator of a firm in, by the form. */
export async function signIn(port: number, firm: string): Promise<Browser> {
  const browser = openBrowser(port);
  const form = await browser.get(SIGN_IN);
  const answer = await browser.post(SIGN_IN, [
    ...hiddenFields(form.text, SIGN_IN),
    ['customerNumber', firm],
    ['email', `admin@${firm.toLowerCase()}.example`],
    ['password', DEMO_PASSWORD],
  ]);
  const home = await browser.get('/');
  if (answer.status === 303 && home.status === 200) return browser;
  throw new Error(
    `Signing in for ${firm} was answered with ${answer.status}:\n${answer.text.slice(0, 2000)}`,
  );
}
