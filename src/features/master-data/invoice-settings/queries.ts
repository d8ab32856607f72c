import { query, type Transaction } from '../../../platform/db/database.ts';
import { DEFAULT_SETTINGS, type InvoiceSettings } from './schemas.ts';

/** The settings of the firm; version 0: it has said nothing yet, these are the defaults. */
export interface StoredSettings {
  readonly version: number;
  readonly values: InvoiceSettings;
}

/** How the firm wants its bills; `lock` keeps it so until the transaction ends. */
export async function findInvoiceSettings(tx: Transaction, lock?: 'lock'): Promise<StoredSettings> {
  const found = query
    .selectFrom('invoice_settings')
    .select([
      'version',
      'invoice_copies as invoiceCopies',
      'report_copies as reportCopies',
      'receipt_copies as receiptCopies',
      'einvoice_format as einvoiceFormat',
      'leitweg_id as leitwegId',
      'buyer_reference as buyerReference',
      'vat_id as vatId',
      'country',
      'price_display as priceDisplay',
    ]);
  const row = await tx.first(lock ? found.forUpdate() : found);
  if (!row) return { version: 0, values: DEFAULT_SETTINGS };
  const { version, ...values } = row;
  return { version, values };
}

const columnsOf = (values: InvoiceSettings) => ({
  invoice_copies: values.invoiceCopies,
  report_copies: values.reportCopies,
  receipt_copies: values.receiptCopies,
  einvoice_format: values.einvoiceFormat,
  leitweg_id: values.leitwegId,
  buyer_reference: values.buyerReference,
  vat_id: values.vatId,
  country: values.country,
  price_display: values.priceDisplay,
});

/** Writes the first settings of a firm; false when somebody else just did. */
export async function insertInvoiceSettings(
  tx: Transaction,
  customerId: number,
  values: InvoiceSettings,
): Promise<boolean> {
  const row = await tx.first(
    query
      .insertInto('invoice_settings')
      .values({ customer_id: customerId, ...columnsOf(values) })
      .onConflict((conflict) => conflict.column('customer_id').doNothing())
      .returning('version'),
  );
  return row !== undefined;
}

export async function updateInvoiceSettings(tx: Transaction, values: InvoiceSettings): Promise<void> {
  await tx.all(
    query
      .updateTable('invoice_settings')
      .set((eb) => ({ ...columnsOf(values), version: eb('version', '+', 1) })),
  );
}
