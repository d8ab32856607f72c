import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Measured, Site } from '../bench.ts';
import { clearJobs, fillOrders } from '../portal/database.ts';
import { FIRMS, signIn } from '../portal/sign-in.ts';
import { median, rounded } from '../statistics.ts';
import { FEW_ORDERS, LIST } from './order-list.ts';

const TARGET = 2;
/** Few enough that the portal is not busy with them alone. */
const CONNECTIONS = 2;
/** More firms than a run gets through while this is measured. */
const INVOICED_FIRMS = 3000;
const LONGEST_WAIT_MS = 60_000;

/** How long the list of orders takes at worst (99 of 100) while a monthly run issues and sets invoices. */
export async function measureListWhileInvoicing(bench: Bench, { portal, database }: Site): Promise<Measured> {
  await clearJobs(database);
  await fillOrders(database, FIRMS[0], FEW_ORDERS);
  const browser = await signIn(portal.port, FIRMS[0]);
  const requests = [browser.written('GET', LIST)];
  const p99 = async () => {
    const { p99: worst } = await bench.load({
      port: portal.port,
      requests,
      connections: CONNECTIONS,
      expectedStatus: 200,
    });
    return worst;
  };
  const rounds = async () => {
    const worst: number[] = [];
    for (let round = 0; round < bench.options.rounds; round++) worst.push(await p99());
    return median(worst);
  };
  await p99();
  bench.say('listWhileInvoicing: idle rounds');
  const idle = await rounds();

  bench.say('listWhileInvoicing: rounds while a run works');
  const { superuser } = database;
  await superuser.query(FILL, [INVOICED_FIRMS]);
  const began = performance.now();
  await superuser.query(START);
  await firstOne(database);
  const busy = await rounds();
  const seconds = (performance.now() - began) / 1000;
  const invoices = await set(database);
  const { rows } = await superuser.query<{ waiting: string }>(
    'select count(*) as waiting from invoice_run_item i left join invoice v on v.id = i.invoice_id where v.document_id is null',
  );
  if (rows[0]?.waiting === '0') throw new Error('The run was over before the list was measured');
  return {
    json: {
      ratio: rounded(busy / idle),
      target: TARGET,
      idleP99Ms: rounded(idle),
      busyP99Ms: rounded(busy),
      invoicesPerSecond: rounded(invoices / seconds),
    },
    lines: [
      {
        what: 'list of orders while a run works, p99 beside idle',
        value: `${rounded(busy / idle)}`,
        target: { text: `≤ ${TARGET}`, isMet: busy / idle <= TARGET },
      },
      { what: '  p99 idle and during the run, ms', value: `${rounded(idle)}, ${rounded(busy)}` },
      { what: '  invoices issued and set per second meanwhile', value: `${rounded(invoices / seconds)}` },
    ],
  };
}

/** Until the first invoice is set. */
async function firstOne(database: Site['database']): Promise<void> {
  const until = performance.now() + LONGEST_WAIT_MS;
  while ((await set(database)) === 0) {
    if (performance.now() > until) throw new Error('The run did not begin');
    await sleep(100);
  }
}

async function set({ superuser }: Site['database']): Promise<number> {
  const { rows } = await superuser.query<{ n: string }>(
    'select count(*) as n from invoice_run_item i join invoice v on v.id = i.invoice_id where v.document_id is not null',
  );
  return Number(rows[0]?.n);
}

/** Firms with an address and a month of mail. */
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

/** A run over them, as the desk starts it. */
const START = `
  with run as (
    insert into invoice_run (month, issued_on, started_by_name, started_at, beat_at)
    values ((date_trunc('month', now()) - interval '1 month')::date, now()::date, 'Bench', now(), now()) returning id
  ), waiting as (
    insert into invoice_run_item (run_id, customer_id, state)
    select run.id, c.id, 'waiting' from run, customer c where c.number like 'D8%'
  )
  insert into pgboss.job (name, data) select 'invoice.run', jsonb_build_object('runId', id) from run`;
