import { z } from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireStaff, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { changesBetween } from '../changes.ts';
import { Version } from '../schemas.ts';
import { findInvoiceSettings, insertInvoiceSettings, updateInvoiceSettings } from './queries.ts';
import { country, vatId } from './schemas.ts';

/** The `version` that the form showed (0: nothing was set yet), the VAT id and the country of the billing address. */
export const ChangeBuyer = z.object({ version: Version.shape.version, vatId, country });

/**
 * Says for a firm what its invoices name it by, as a clerk hears it on the phone. The firm reads that the carrier did.
 * @param input see {@link ChangeBuyer}
 *
 * Refuses with `not-found` for anybody but staff, `staff-role-required` without the role care, `invalid`, `stale`.
 */
export async function changeBuyer(ctx: CustomerCtx, input: unknown): Promise<{ changed: boolean }> {
  requireStaff(ctx, 'care');
  const { version, ...buyer } = parseInput(ChangeBuyer, input);
  return transaction(ctx, async (tx) => {
    const current = await findInvoiceSettings(tx, 'lock');
    const values = { ...current.values, ...buyer };
    const change = changesBetween(current.values, values);
    if (!change) return { changed: false };
    if (current.version !== version) refuse({ code: 'stale' });
    if (version > 0) await updateInvoiceSettings(tx, values);
    else if (!(await insertInvoiceSettings(tx, ctx.customer.id, values))) refuse({ code: 'stale' });
    await audit(tx, ctx, { action: 'invoice-settings.change', object: 'invoice-settings', ...change });
    return { changed: true };
  });
}
