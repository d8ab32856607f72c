import { query, type Transaction } from '../../platform/db/database.ts';

/** What a receipt says of one kind of mail; pieces, and grams of all of them. */
export interface ReceiptItem {
  readonly product: string;
  readonly announced: number;
  readonly counted: number;
  readonly grams: number;
}

export async function nextReceiptNumber(tx: Transaction, year: number): Promise<string> {
  const [row] = await tx.sql<{ running: number }>('select next_receipt_number($1) as running', [year]);
  return `EB-${year}-${String(row?.running).padStart(6, '0')}`;
}

export async function insertReceipt(
  tx: Transaction,
  receipt: {
    readonly number: string;
    readonly orderId: number;
    readonly customerId: number;
    readonly documentId: number;
    readonly siteCode: string;
    readonly acceptedAt: Temporal.Instant;
    readonly clerkName: string;
    readonly items: readonly ReceiptItem[];
    readonly containers: number;
    readonly reason: string;
  },
): Promise<void> {
  await tx.all(
    query.insertInto('drop_off_receipt').values({
      number: receipt.number,
      order_id: receipt.orderId,
      customer_id: receipt.customerId,
      document_id: receipt.documentId,
      site_code: receipt.siteCode,
      accepted_at: receipt.acceptedAt,
      clerk_name: receipt.clerkName,
      items: JSON.stringify(receipt.items),
      containers: receipt.containers,
      reason: receipt.reason,
    }),
  );
}

/** The site by its code. */
export async function siteOf(tx: Transaction, code: string) {
  return tx.first(
    query.selectFrom('site').select(['name', 'street', 'postcode', 'city']).where('code', '=', code),
  );
}

/** Drop-offs of a day that have not come yet, by window. */
export async function expectedDropOffs(tx: Transaction, date: Temporal.PlainDate, limit: number) {
  return tx.all(
    query
      .selectFrom('drop_off as d')
      .innerJoin('service_order as o', 'o.id', 'd.order_id')
      .innerJoin('customer as c', 'c.id', 'o.customer_id')
      .select([
        'd.manifest_code as code',
        'o.number',
        'o.window_starts as starts',
        'o.window_ends as ends',
        'c.number as customerNumber',
        'c.name as customerName',
      ])
      .where('o.service_date', '=', date)
      .where('o.status', '=', 'placed')
      .orderBy('o.window_starts')
      .orderBy('o.id')
      .limit(limit),
  );
}

/** The receipts issued last, the newest first. */
export async function recentReceipts(tx: Transaction, limit: number) {
  return tx.all(receipts().orderBy('r.accepted_at', 'desc').limit(limit));
}

export async function findReceipt(tx: Transaction, number: string) {
  return tx.first(receipts().where('r.number', '=', number));
}

/** The number of the receipt of an order, if it has one. */
export async function receiptOfOrder(tx: Transaction, orderId: number): Promise<string | undefined> {
  const row = await tx.first(
    query.selectFrom('drop_off_receipt').select('number').where('order_id', '=', orderId),
  );
  return row?.number;
}

const receipts = () =>
  query
    .selectFrom('drop_off_receipt as r')
    .innerJoin('service_order as o', 'o.id', 'r.order_id')
    .innerJoin('customer as c', 'c.id', 'r.customer_id')
    .innerJoin('site as s', 's.code', 'r.site_code')
    .select([
      'r.number',
      'r.accepted_at as acceptedAt',
      'r.clerk_name as clerk',
      'r.items',
      'r.containers',
      'r.reason',
      'r.customer_id as customerId',
      'o.number as order',
      'c.number as customerNumber',
      'c.name as customerName',
      's.name as site',
    ]);

export type Receipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;

/** The PDF of a receipt, in a transaction of its firm. */
export async function receiptFile(tx: Transaction, number: string) {
  return tx.first(
    query
      .selectFrom('document as d')
      .innerJoin('document_file as f', 'f.document_id', 'd.id')
      .select(['f.name', 'f.bytes'])
      .where('d.number', '=', number)
      .where('f.role', '=', 'pdf'),
  );
}
