import { randomUUID } from 'node:crypto';
import { carrierCtx, ctxFor } from '../../../../test/support/context.ts';
import type { TestDatabase } from '../../../../test/support/database.ts';
import type { Ctx, CustomerCtx } from '../../../platform/context.ts';
import { query } from '../../../platform/db/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';

/** The Wednesday on which the invoices of November are made. */
export const BILLING_DAY = Temporal.Instant.from('2026-12-02T09:00:00Z');

/** A clerk of the billing department. */
export const billingCtx = (database: TestDatabase, jobs: Jobs, now = BILLING_DAY): Ctx =>
  carrierCtx({ db: database.app, jobs, now });

/** The same, acting for a firm. */
export async function billingFor(
  database: TestDatabase,
  jobs: Jobs,
  customer = 'D100001',
  now = BILLING_DAY,
): Promise<CustomerCtx> {
  const { customer: firm } = await ctxFor({ db: database.app, customer });
  return carrierCtx({ db: database.app, jobs, now, customer: firm });
}

/** An order that was carried out: written down straight away, because its way there is of no matter here. */
export async function doneOrder(
  { owner }: TestDatabase,
  order: {
    readonly customer?: string;
    readonly day?: string;
    readonly status?: 'completed' | 'failed' | 'placed' | 'cancelled';
    readonly product?: string;
    readonly quantity?: number;
    readonly unitPrice?: number;
    readonly vatRate?: number;
    readonly reference?: string;
    readonly costCentre?: string;
    /** Who could have helped it that it failed. */
    readonly atFault?: 'customer' | 'carrier';
  } = {},
): Promise<number> {
  const {
    customer = 'D100001',
    day = '2026-11-12',
    status = 'completed',
    product = 'PICKUP_EXTRA',
    quantity = 1,
    unitPrice = 95_000,
    vatRate = 1900,
    reference = '',
    costCentre = '',
    atFault = 'customer',
  } = order;
  // one statement, because an order without lines is not committed
  const [row] = await owner.sql<{ id: number }>(
    `with firm as (select id from customer where number = $1),
     sent as (insert into submission (customer_id, key, body_hash, created_at) select id, $2, '', $3::date from firm),
     placed as (
       insert into service_order (customer_id, number, submission_key, service_code, status, pool, service_date,
         window_starts, window_ends, starts_at, ends_at, address_id, address, reference, cost_centre_label, driver_hint,
         net_cents, vat, gross_cents, placed_at, cancelled_at, completed_at)
       select firm.id, 'A-' || lpad(nextval('order_number')::text, 6, '0'), $2, s.code, $4, s.pool, $3::date, '10:00',
         '12:00', $3::date + time '09:00', $3::date + time '11:00',
         (select min(a.id) from address a where a.customer_id = firm.id), '{}', $5, $6, '', $7, '[]', $7, $3::date,
         case when $4 = 'cancelled' then $3::date end, case when $4 = 'completed' then $3::date end
       from firm, service s where s.code = (select service_code from product where code = $8)
       returning id, customer_id)
     insert into order_line (order_id, customer_id, position, product_code, name, unit, quantity, unit_price, vat_rate,
       net_cents)
     select o.id, o.customer_id, 1, p.code, p.name, p.unit, $9, $10, $11, $7 from placed o, product p where p.code = $8
     returning order_id as id`,
    [
      customer,
      randomUUID(),
      day,
      status,
      reference,
      costCentre,
      Math.round((unitPrice * quantity) / 100),
      product,
      quantity,
      unitPrice,
      vatRate,
    ],
  );
  if (!row) throw new Error('the order was not written');
  if (status === 'failed') {
    await owner.sql(
      `insert into order_outcome (order_id, customer_id, kind, at, recorded_at, clerk_name, reason, at_fault, note,
         is_charged)
       select id, customer_id, 'failed', starts_at, starts_at, 'C', 'x', $2, '', $2 = 'customer'
       from service_order where id = $1`,
      [row.id, atFault],
    );
  }
  return row.id;
}

/** A count of mail, written down straight away. */
export async function countedMail(
  { owner }: TestDatabase,
  mail: {
    readonly customer?: string;
    readonly product: string;
    readonly pieces: number;
    readonly day: string;
    /** The code of one. */
    readonly costCentre?: string;
  },
): Promise<void> {
  const { customer = 'D100001', product, pieces, day, costCentre = '' } = mail;
  await owner.sql(
    `insert into mail_volume (customer_id, service_date, product_code, cost_centre_id, pieces, weight_grams, source,
       clerk_name, created_at)
     select c.id, $2::date, $3, (select k.id from cost_centre k where k.customer_id = c.id and k.code = $5), $4, 0, 'typed', 'C', $2::date
     from customer c where c.number = $1`,
    [customer, day, product, pieces, costCentre],
  );
}

/** The invoices there are, the oldest first. */
export const invoicesOf = ({ owner }: TestDatabase) =>
  owner.all(query.selectFrom('invoice').selectAll().orderBy('id'));

/** Runs statements that the triggers of these tables would refuse: only a test may. */
export async function withoutTriggers(
  { owner }: TestDatabase,
  tables: readonly string[],
  statements: readonly string[],
): Promise<void> {
  await owner.transaction(undefined, async (tx) => {
    for (const table of tables) await tx.sql(`alter table ${table} disable trigger user`);
    for (const statement of statements) await tx.sql(statement);
    for (const table of tables) await tx.sql(`alter table ${table} enable trigger user`);
  });
}

/** Nothing has been ordered, charged or paid. */
export const emptyBilling = (database: TestDatabase) =>
  withoutTriggers(
    database,
    ['invoice', 'document', 'document_file', 'document_share', 'mail_volume'],
    [
      `truncate mail_volume,  invoice_item, invoice_run_item, invoice_run, invoice, number_range, document, document_file, document_share,
       document_read, service_order, order_line, order_event, submission, mandate, invoice_settings cascade`,
      "delete from pgboss.job where name like 'invoice.%'",
    ],
  );
