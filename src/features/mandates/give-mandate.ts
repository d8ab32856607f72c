import { mandateState } from '../../domain/mandates/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import {
  type CustomerCtx,
  personIdOf,
  requireConfirmation,
  requireRight,
  transaction,
} from '../../platform/context.ts';
import { type Transaction, violatedConstraint } from '../../platform/db/database.ts';
import { parseInput } from '../../platform/input.ts';
import { auditedMandate } from './audited.ts';
import { keyedHash } from './iban-secret.ts';
import { mandateLetter } from './jobs.ts';
import {
  endMandate,
  factsOf,
  findSubmitted,
  insertMandate,
  lastNumber,
  lockInForce,
  type MandateRow,
} from './queries.ts';
import { GiveMandate } from './schemas.ts';
import { type Signing, signedMandate } from './signed-mandate.ts';

/**
 * Gives the carrier a mandate for direct debit. If one is in force, the new one takes its place: another bank or
 * another text is another signature. A resend of the same form gives the first result.
 * @param input see {@link GiveMandate}
 *
 * Refuses with `forbidden` without `billing.edit`, `confirmation-required`, `invalid`, `stale` when another mandate
 * is in force than the form showed.
 */
export async function giveMandate(
  ctx: CustomerCtx,
  input: unknown,
  signing: Signing,
): Promise<{ reference: string }> {
  requireRight(ctx, 'billing.edit');
  requireConfirmation(ctx);
  const given = parseInput(GiveMandate, input);
  const attempt = () => transaction(ctx, (tx) => give(tx, ctx, given, signing));
  try {
    return await attempt();
  } catch (error) {
    if (!RACES.has(violatedConstraint(error) ?? '')) throw error;
    // somebody gave one at the same moment: now it is there to be seen
    return attempt();
  }
}

/** The database lets one of two through. */
const RACES = new Set([
  'one_mandate_in_force',
  'mandate_reference_key',
  'mandate_customer_id_running_number_key',
  'mandate_customer_id_submission_key_key',
]);

async function give(tx: Transaction, ctx: CustomerCtx, given: GiveMandate, signing: Signing) {
  const submission = keyedHash(signing.appKey, 'submission', JSON.stringify(given));
  const earlier = await findSubmitted(tx, given.key);
  if (earlier) {
    return earlier.submission_hash.equals(submission)
      ? { reference: earlier.reference }
      : refuse({ code: 'stale' });
  }
  const before = await lockInForce(tx);
  if ((before?.reference ?? '') !== given.replaces) refuse({ code: 'stale' });
  const account = keyedHash(signing.appKey, 'account', given.iban);
  if (before && changesNothing(before, given, account, ctx)) {
    refuse({ code: 'invalid', fields: [{ field: 'iban', problem: 'already-in-force' }] });
  }
  if (before) await endMandate(tx, before.id, { at: ctx.now, how: 'replaced' });

  const running = (await lastNumber(tx)) + 1;
  const row = signedMandate(ctx, given, signing, running);
  await insertMandate(tx, { ...row, submission_hash: submission, iban_hash: account });
  await audit(tx, ctx, {
    action: before ? 'mandate.change' : 'mandate.give',
    object: row.reference,
    ...(before ? { before: auditedMandate(before) } : {}),
    after: auditedMandate(row),
  });
  await ctx.jobs.enqueue(tx, mandateLetter, {
    customerId: ctx.customer.id,
    reference: row.reference,
    occasion: before ? 'changed' : 'given',
    personId: personIdOf(ctx) ?? null,
  });
  return { reference: row.reference };
}

/** The same account with the same details: nothing to sign again, unless the mandate has lapsed. */
function changesNothing(before: MandateRow, given: GiveMandate, account: Buffer, ctx: CustomerCtx): boolean {
  const fields = ['scheme', 'holder', 'street', 'postcode', 'city', 'country'] as const;
  return (
    before.iban_hash.equals(account) &&
    fields.every((field) => before[field] === given[field]) &&
    mandateState(factsOf(before), ctx.now, ctx.timeZone) === 'active'
  );
}
