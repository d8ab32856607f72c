import { balanceOf, documentStateOf, reversalStateOf } from '../../../domain/payments/index.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { moveDocument, type StoringCtx } from '../../documents/index.ts';
import { accountOf, documentsOf } from './queries.ts';

/**
 * Says on the documents of an invoice what became of it: open, debited on a day, paid, corrected. Runs in the transaction
 * that changed it; a document that does not lie there yet is told when it does.
 */
export async function showBalance(
  tx: Transaction,
  ctx: StoringCtx,
  invoice: { readonly id: number; readonly gross: number },
): Promise<void> {
  const account = await accountOf(tx, invoice);
  for (const { number, kind } of await documentsOf(tx, invoice.id)) {
    const state: ReturnType<typeof documentStateOf> =
      kind === 'invoice' ? documentStateOf(account) : reversalStateOf(account);
    const on = state.on === undefined ? undefined : Temporal.PlainDate.from(state.on);
    // what corrections give back is part of what is owed by their invoice
    const open = kind === 'invoice' ? balanceOf(account) : 0;
    await moveDocument(tx, ctx, { number, to: state.is, on, open });
  }
}
