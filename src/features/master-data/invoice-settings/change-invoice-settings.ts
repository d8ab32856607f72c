import { z } from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { changesBetween } from '../changes.ts';
import { Version } from '../schemas.ts';
import { findInvoiceSettings, insertInvoiceSettings, updateInvoiceSettings } from './queries.ts';
import { InvoiceSettings } from './schemas.ts';

/** The `version` that the form showed (0: nothing was set yet) and the settings. */
export const ChangeInvoiceSettings = z.object({ version: Version.shape.version, ...InvoiceSettings.shape });

/**
 * Says how the firm wants its bills. Bills that are issued already stay as they are. Saving what is saved already
 * changes nothing.
 * @param input see {@link ChangeInvoiceSettings}
 *
 * Refuses with `forbidden` without `billing.edit`, `invalid`, `stale`.
 */
export async function changeInvoiceSettings(ctx: CustomerCtx, input: unknown): Promise<{ changed: boolean }> {
  requireRight(ctx, 'billing.edit');
  const { version, ...values } = parseInput(ChangeInvoiceSettings, input);
  return transaction(ctx, async (tx) => {
    const current = await findInvoiceSettings(tx, 'lock');
    const change = changesBetween(current.values, values);
    if (!change) return { changed: false };
    if (current.version !== version) refuse({ code: 'stale' });
    if (version > 0) await updateInvoiceSettings(tx, values);
    // two people can write the first settings at once
    else if (!(await insertInvoiceSettings(tx, ctx.customer.id, values))) refuse({ code: 'stale' });
    await audit(tx, ctx, { action: 'invoice-settings.change', object: 'invoice-settings', ...change });
    return { changed: true };
  });
}
