import type { Insertable } from 'kysely';
import { query, type Transaction } from '../../../platform/db/database.ts';
import type { Invoice as InvoiceTable } from '../../../platform/db/tables.ts';

/** What an invoice needs to know of the firm besides what it is charged for. */
export async function billingFacts(tx: Transaction) {
  const address = await tx.first(
    query
      .selectFrom('address')
      .select(['recipient', 'street', 'postcode', 'city'])
      .where('is_default_billing', '=', true)
      .where('archived_at', 'is', null),
  );
  const settings = await tx.first(
    query
      .selectFrom('invoice_settings')
      .select(['invoice_copies', 'einvoice_format', 'leitweg_id', 'buyer_reference', 'vat_id', 'country']),
  );
  const contact = await tx.first(
    query
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select(['p.email', 'p.language'])
      .where('m.is_active', '=', true)
      .orderBy('m.is_main_contact', 'desc')
      .orderBy('p.id')
      .limit(1),
  );
  return { address, settings, contact };
}

export type BillingFacts = Awaited<ReturnType<typeof billingFacts>>;

/** The next number of a range; from here to the end of the transaction nobody else gets one. */
export async function nextNumber(tx: Transaction, range: 'R' | 'G', year: number): Promise<number> {
  const [row] = await tx.sql<{ next: number }>('select next_invoice_number($1, $2) as next', [range, year]);
  if (!row) throw new Error('no next number');
  return row.next;
}

export async function insertInvoice(tx: Transaction, row: Insertable<InvoiceTable>): Promise<number> {
  const inserted = await tx.first(query.insertInto('invoice').values(row).returning('id'));
  if (!inserted) throw new Error('the invoice was not written');
  return inserted.id;
}

/** Notes what is charged by an invoice. Fails (`charged_once`) for what another one charges. */
export async function insertItems(
  tx: Transaction,
  invoice: { readonly id: number; readonly customerId: number },
  items: readonly { readonly source: string; readonly sourceId: number }[],
): Promise<void> {
  await tx.sql(
    `insert into invoice_item (customer_id, invoice_id, source, source_id)
     select $1, $2, source, source_id from unnest($3::text[], $4::bigint[]) as u (source, source_id)`,
    [
      invoice.customerId,
      invoice.id,
      items.map(({ source }) => source),
      items.map(({ sourceId }) => sourceId),
    ],
  );
}
