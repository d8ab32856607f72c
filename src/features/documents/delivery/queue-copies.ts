import type { DocumentFolder } from '../../../domain/documents/index.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { findInvoiceSettings, type InvoiceSettings } from '../../master-data/index.ts';
import { documentCopy } from '../jobs.ts';
import type { StoringCtx } from '../storing-ctx.ts';
import { insertDelivery } from './queries.ts';

/** Which list of the firm's settings is for which documents. */
const COPIES_OF = {
  invoices: 'invoiceCopies',
  reports: 'reportCopies',
  receipts: 'receiptCopies',
} as const satisfies Record<DocumentFolder, keyof InvoiceSettings>;

/** Sends a copy of a new document to every address that the firm wants one at. */
export async function queueCopies(
  tx: Transaction,
  ctx: StoringCtx,
  document: { readonly id: number; readonly folder: DocumentFolder },
): Promise<void> {
  const { values } = await findInvoiceSettings(tx);
  const customerId = ctx.customer.id;
  for (const address of values[COPIES_OF[document.folder]]) {
    const delivery = await insertDelivery(tx, { documentId: document.id, customerId, address, at: ctx.now });
    if (delivery) await ctx.jobs.enqueue(tx, documentCopy, { customerId, deliveryId: delivery.id, round: 1 });
  }
}
