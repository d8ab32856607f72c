import type { Ctx } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { makeOneTimePassword, oneTimeHash } from '../../sign-in/index.ts';
import { staffInvited } from '../jobs.ts';
import { storeStaffOneTimePassword } from './queries.ts';

/** How long a one-time password opens the door of the desk. */
export const STAFF_ONE_TIME_HOURS = 24;

/** A one-time password in clear, which nobody can read again. */
export interface HandedOver {
  readonly secret: string;
  readonly expiresAt: Temporal.Instant;
}

/** Makes a one-time password and keeps its hash; the one before it is worth nothing from then on. */
export async function makeStaffOneTimePassword(
  tx: Transaction,
  staffId: number,
  now: Temporal.Instant,
): Promise<HandedOver> {
  const secret = makeOneTimePassword();
  const expiresAt = now.add({ hours: STAFF_ONE_TIME_HOURS });
  await storeStaffOneTimePassword(tx, { staffId, hash: oneTimeHash(secret), now, expiresAt });
  return { secret, expiresAt };
}

/** Lets it reach the person: by a letter that makes it, or in the hands of whoever asked for it. */
export async function handOverPassword(
  tx: Transaction,
  ctx: Ctx,
  staffId: number,
  how: 'mail' | 'show',
): Promise<HandedOver | undefined> {
  if (how === 'show') return makeStaffOneTimePassword(tx, staffId, ctx.now);
  await ctx.jobs.enqueue(tx, staffInvited, { staffId });
  return undefined;
}
