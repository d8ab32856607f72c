import type { CustomerCtx } from '../../platform/context.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { factorsOf, IDLE_MINUTES, membershipsOf, tokenHash } from '../../platform/sessions/index.ts';
import { deviceWithToken, trustedDevices } from '../devices/index.ts';
import { passkeysOf } from '../passkeys/index.ts';
import { countCodes } from '../recovery-codes/index.ts';
import { findTotp } from '../second-factor/index.ts';
import { coverage, sessionsOf } from './queries.ts';

/** Everything about how the acting person signs in, and for administrators how their firm does. */
export type Security = Awaited<ReturnType<typeof readSecurity>>;

/**
 * Reads it in one transaction.
 * @param visit `deviceToken`: what this browser presents if somebody once trusted it
 *
 * Refuses with `not-signed-in` for anybody but a person.
 */
export function readSecurity(ctx: CustomerCtx, visit: { readonly deviceToken: string | undefined }) {
  const { now } = ctx;
  return personTransaction(ctx, async (tx, { personId }) => {
    const usedSince = now.subtract({ minutes: IDLE_MINUTES });
    const device = visit.deviceToken;
    const [factors, totp, codes, passkeys, sessions, firms, devices, ownDevice, firm] = await Promise.all([
      factorsOf(tx, ctx, personId),
      findTotp(tx, personId),
      countCodes(tx, personId),
      passkeysOf(tx, personId),
      sessionsOf(tx, personId, { now, usedSince }),
      membershipsOf(tx, personId),
      trustedDevices(tx, personId, now),
      device === undefined ? undefined : deviceWithToken(tx, personId, tokenHash(device), now),
      ctx.grants.isAdmin ? coverage(tx) : undefined,
    ]);
    return {
      factors,
      appSince: totp?.activatedAt ?? undefined,
      codes,
      passkeys,
      sessions,
      firms,
      devices,
      ownDevice,
      firm,
    };
  });
}
