import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireConfirmation, requireStaff } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { unseal } from '../../../platform/secrets/index.ts';
import { clerkName } from '../clerk-name.ts';
import { TakeDebitFile } from '../schemas.ts';
import { findDebitFile, noteDownload } from './queries.ts';
import { FILE_PURPOSE, fileOwner } from './sealed.ts';

/**
 * The file for the bank, in clear; who took it is written down. The first time needs no reason, every other one does.
 *
 * Refuses with `not-found` for anybody but staff and for an unknown file, `staff-role-required` without `billing`,
 * `confirmation-required`, `invalid` (`reason`: `required` when somebody has taken it before).
 */
export async function takeDebitFile(
  ctx: Ctx,
  input: unknown,
  { appKey }: { readonly appKey: string },
): Promise<{ name: string; xml: string }> {
  requireStaff(ctx, 'billing');
  requireConfirmation(ctx);
  const { number, reason } = parseInput(TakeDebitFile, input);
  return deskTransaction(ctx, async (tx) => {
    const file = await findDebitFile(tx, number);
    if (!file) refuse({ code: 'not-found' });
    const who = { at: ctx.now, by: clerkName(ctx) };
    if (!(await noteDownload(tx, file.id, { ...who, reason: reason || null }))) {
      refuse({ code: 'invalid', fields: [{ field: 'reason', problem: 'required' }] });
    }
    await audit(tx, ctx, {
      action: 'debit-file.take',
      object: number,
      after: { reason, debits: file.debits, sum: file.sum_cents },
    });
    return {
      name: `${number}-${file.scheme}.xml`,
      xml: unseal(appKey, FILE_PURPOSE, file.xml_sealed, fileOwner(number)),
    };
  });
}
