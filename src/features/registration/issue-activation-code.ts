import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, deskTransactionFor, requireStaff } from '../../platform/context.ts';
import { makeOneTimePassword, oneTimeHash } from '../sign-in/index.ts';
import { isRegistered, storeActivationCode } from './desk-queries.ts';
import { ACTIVATION_CODE_DAYS } from './rules.ts';

/** A code to print on an invoice or send by letter. */
export interface ActivationCode {
  /** In groups of four; shown once, kept only as a hash. */
  readonly code: string;
  readonly expiresAt: Temporal.Instant;
}

/**
 * Issues an activation code for the firm of the context; the one before it ends.
 * @param code what the code is to be; only the demo, which has to print it in its instructions, says so
 *
 * Refuses with `staff-role-required` without the role care, `not-found` for anybody but the carrier, `stale` when somebody acts for the firm already.
 */
export async function issueActivationCode(
  ctx: CustomerCtx,
  code = makeOneTimePassword(),
): Promise<ActivationCode> {
  requireStaff(ctx, 'care');
  const clerk = ctx.actor.kind === 'carrier' ? ctx.actor.name : '';
  const expiresAt = ctx.now.add({ hours: ACTIVATION_CODE_DAYS * 24 });
  await deskTransactionFor(ctx, async (tx) => {
    if (await isRegistered(tx, ctx.customer.id)) refuse({ code: 'stale' });
    await storeActivationCode(tx, {
      customerId: ctx.customer.id,
      hash: oneTimeHash(code),
      issuedBy: clerk,
      at: ctx.now,
      expiresAt,
    });
    await audit(tx, ctx, {
      action: 'activation-code.issue',
      object: ctx.customer.number,
      after: { clerk, expiresAt },
    });
  });
  return { code, expiresAt };
}
