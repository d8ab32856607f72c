import { type CustomerCtx, requireConfirmation } from '../../platform/context.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { seal, unseal } from '../../platform/secrets/index.ts';
import { findTotp, keepPending } from './queries.ts';
import { newSecret } from './totp.ts';

/** How long a secret waits for the first code from the app that was given it. */
const PENDING_MINUTES = 60;

/** What the secret of an app is sealed for, and for whom. */
export const TOTP_PURPOSE = 'totp';
export const ownerOf = (personId: number): string => `person ${personId}`;

/**
 * Makes a secret for an app of the acting person. It counts for nothing until {@link activateTotp} has seen a code
 * made with it; an app that is set up already goes on counting until then.
 *
 * Refuses with `confirmation-required`, `not-signed-in` for anybody but a person.
 */
export async function beginTotp(ctx: CustomerCtx, visit: { readonly appKey: string }): Promise<void> {
  requireConfirmation(ctx);
  await personTransaction(ctx, (tx, { personId }) =>
    keepPending(tx, {
      owner: personId,
      pending: seal(visit.appKey, TOTP_PURPOSE, newSecret(), ownerOf(personId)),
      at: ctx.now,
    }),
  );
}

/** The secret that waits for its first code, to be shown to the acting person. */
export function pendingSecret(
  ctx: CustomerCtx,
  visit: { readonly appKey: string },
): Promise<string | undefined> {
  return personTransaction(ctx, async (tx, { personId }) => {
    const found = await findTotp(tx, personId);
    if (!found?.pending || !isWaiting(found.pendingAt, ctx.now)) return undefined;
    return unseal(visit.appKey, TOTP_PURPOSE, found.pending, ownerOf(personId));
  });
}

/** Whether a secret that was made then may still be activated. */
export function isWaiting(since: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return since !== null && Temporal.Instant.compare(since.add({ minutes: PENDING_MINUTES }), now) > 0;
}
