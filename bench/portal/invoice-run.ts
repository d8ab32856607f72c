import { randomUUID } from 'node:crypto';
import { newToken, tokenHash } from '../../src/platform/sessions/session-token.ts';
import { openBrowser } from './browser.ts';
import type { BenchDatabase } from './database.ts';

/** So many firms with an address and a month of mail. */
export async function fillInvoicedFirms({ superuser }: BenchDatabase, firms: number): Promise<void> {
  await superuser.query(FILL, [firms]);
  await superuser.query('vacuum (analyze) customer, address, mail_volume');
}

/** A run over them, as the desk starts it; answers its id. */
export async function startInvoiceRun({ superuser }: BenchDatabase): Promise<number> {
  const { rows } = await superuser.query<{ id: string }>(START);
  await superuser.query(
    `insert into pgboss.job (name, data) values ('invoice.run', jsonb_build_object('runId', $1::int))`,
    [rows[0]?.id],
  );
  return Number(rows[0]?.id);
}

/** How far the last run has come. */
export async function invoiceProgress({ superuser }: BenchDatabase) {
  const { rows } = await superuser.query<Record<'firms' | 'issued' | 'set', string>>(
    `select count(*) as firms, count(i.invoice_id) as issued, count(v.document_id) as set
     from invoice_run_item i left join invoice v on v.id = i.invoice_id
     where i.run_id = (select max(id) from invoice_run)`,
  );
  const [row] = rows;
  return { firms: Number(row?.firms), issued: Number(row?.issued), set: Number(row?.set) };
}

/** What must not be: numbers that are missing, firms with none or several, things that are charged twice. */
export async function invoiceFlaws({ superuser }: BenchDatabase): Promise<string[]> {
  const { rows } = await superuser.query<{ flaw: string }>(FLAWS);
  return rows.map(({ flaw }) => flaw);
}

/** What the page of a run says to a clerk of billing just now. */
export async function progressAtDesk(
  { superuser }: BenchDatabase,
  port: number,
  runId: number,
): Promise<string> {
  const token = newToken();
  await superuser.query(CLERK, [`${randomUUID()}@bench.example`, tokenHash(token)]);
  const browser = openBrowser(port, `kundenportal-desk=${token}`);
  const { status, text } = await browser.get(`/desk/rechnungen/laeufe/${runId}`);
  const [, done] = /<progress[^>]*>([^<]*)<\/progress>/.exec(text) ?? [];
  if (status !== 200) throw new Error(`The page of the run was answered with ${status}`);
  return done ?? 'finished';
}

const FILL = `
  with firm as (
    insert into customer (number, name, created_at)
    select 'D8' || lpad(i::text, 6, '0'), 'Firma ' || i, now() from generate_series(1, $1::int) i returning id
  ), place as (
    insert into address (customer_id, label, recipient, street, postcode, city, is_billing, is_delivery, is_pickup,
      is_default_billing)
    select id, 'Sitz', 'Firma', 'Uferstraße 1', '10115', 'Berlin', true, false, false, true from firm
  )
  insert into mail_volume (customer_id, service_date, product_code, pieces, weight_grams, source, clerk_name, created_at)
  select id, (date_trunc('month', now()) - interval '1 month')::date + day, 'LETTER_STD', 100 + day, 0, 'typed', 'Bench', now()
  from firm, generate_series(0, 11) day`;

const START = `
  with run as (
    insert into invoice_run (month, issued_on, started_by_name, started_at, beat_at)
    values ((date_trunc('month', now()) - interval '1 month')::date, now()::date, 'Bench', now(), now()) returning id
  ), waiting as (
    insert into invoice_run_item (run_id, customer_id, state)
    select run.id, c.id, 'waiting' from run, customer c where c.number like 'D8%'
  )
  select id from run`;

// Counts, and not "where exists": that plans for a first row soon, and there is none, which takes minutes.
const FLAWS = `
  with of_run as (select number, customer_id from invoice where run_id = (select max(id) from invoice_run)),
  firm as (select id from customer where number like 'D8%'),
  of_firm as (select customer_id as id, count(*) as count from of_run group by customer_id),
  filed as (select number, count(*) as count from document group by number),
  charged as (select source_id as id, count(*) as count from invoice_item where source = 'mail-volume' group by source_id),
  looked_for as (
    select 'numbers with a gap' as flaw, (select count(*) from (
      select from invoice group by range, year having max(running) <> count(*)) gap) as found
    union all
    select 'a firm without exactly one invoice', (
      select count(*) from firm left join of_firm using (id) where of_firm.count is distinct from 1)
    union all
    select 'an invoice without exactly one document', (
      select count(*) from of_run left join filed using (number) where filed.count is distinct from 1)
    union all
    select 'mail that is not charged once', (
      select count(*) from mail_volume m join firm on firm.id = m.customer_id left join charged on charged.id = m.id
      where charged.count is distinct from 1)
  )
  select flaw from looked_for where found > 0`;

const CLERK = `
  with clerk as (
    insert into staff_account (email, name, roles, created_at) values ($1, 'Bench', '{billing}', now()) returning id
  )
  insert into staff_session (token_hash, staff_id, stage, created_at, last_used_at, ends_at, confirmed_at, network, user_agent)
  select $2, id, 'full', now(), now(), now() + interval '1 hour', now(), '', '' from clerk`;
