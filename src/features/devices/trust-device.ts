import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireConfirmation } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { keptUserAgent, networkOf, newToken, tokenHash } from '../../platform/sessions/index.ts';
import { DEVICE_DAYS } from '../../web/index.ts';
import { tellPerson } from '../security-letters/index.ts';
import {
  deleteDevice,
  deleteEndedDevices,
  deviceWithToken,
  insertDevice,
  renewDeviceToken,
} from './queries.ts';

/** The browser that is to be trusted. */
export interface Browser {
  readonly userAgent: string;
  readonly clientAddress: string;
  /** What it presents from earlier, for whomever. */
  readonly deviceToken: string | undefined;
}

/**
 * Trusts the browser of the acting person for 30 days: signing in there needs no second factor, and somebody else's
 * wrong passwords do not lock it out.
 * @returns the token for the browser to keep
 *
 * Refuses with `confirmation-required`, `not-signed-in` for anybody but a person.
 */
export function trustDevice(ctx: CustomerCtx, browser: Browser): Promise<string> {
  requireConfirmation(ctx);
  return personTransaction(ctx, (tx, { personId }) => trustBrowser(tx, ctx, personId, browser));
}

/** The same inside the transaction in which the second factor was given. */
export async function trustBrowser(
  tx: Transaction,
  ctx: CustomerCtx,
  personId: number,
  browser: Browser,
): Promise<string> {
  const { now } = ctx;
  const token = newToken();
  await deleteEndedDevices(tx, personId, now);
  if (browser.deviceToken !== undefined) {
    const old = tokenHash(browser.deviceToken);
    const known = await deviceWithToken(tx, personId, old, now);
    if (known !== undefined) await deleteDevice(tx, personId, known);
    // always a new token: one that somebody planted here must not become worth anything
    await renewDeviceToken(tx, old, tokenHash(token));
  }
  const device = { user_agent: keptUserAgent(browser.userAgent), network: networkOf(browser.clientAddress) };
  await insertDevice(tx, {
    ...device,
    token_hash: tokenHash(token),
    person_id: personId,
    created_at: now,
    ends_at: now.add({ hours: DEVICE_DAYS * 24 }),
  });
  await audit(tx, ctx, { action: 'person.trust-device', object: ctx.customer.number, after: device });
  await tellPerson(tx, ctx, 'device-trusted');
  return token;
}
