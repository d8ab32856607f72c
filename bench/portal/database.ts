import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { layoutOf } from '../../src/platform/embedded-postgres/layout.ts';
import { postmasterFilePath } from '../../src/platform/embedded-postgres/postmaster-file.ts';
import { urlOf } from '../../src/platform/embedded-postgres/roles.ts';
import type { Cleanup } from '../cleanup.ts';

/** The line of postmaster.pid that holds the port. */
const PORT_LINE = 3;

/** The database of a running portal, reached past the portal. */
export interface BenchDatabase {
  /** As the superuser: to fill tables and to switch the statement log on. */
  readonly superuser: pg.Client;
  /** For floors: connects as the role of the portal, bound by the same policies. */
  readonly appUrl: string;
  readonly logFile: string;
  close(): Promise<void>;
}

export async function openBenchDatabase(cleanup: Cleanup, dataDirectory: string): Promise<BenchDatabase> {
  const layout = layoutOf(path.join(dataDirectory, 'postgres'));
  const password = readFileSync(layout.passwordFile, 'utf8').trim();
  const port = Number(readFileSync(postmasterFilePath(layout.cluster), 'utf8').split('\n')[PORT_LINE]);
  const superuser = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'portal',
  });
  await superuser.connect();
  const close = cleanup.add(() => superuser.end());
  return { superuser, appUrl: urlOf('portal_app', port, password), logFile: layout.logFile, close };
}

/** Makes the windows so large that no round of load fills one. */
export async function widenWindows({ superuser }: BenchDatabase): Promise<void> {
  await superuser.query('update time_window set capacity = 100000000');
  await superuser.query('update slot set capacity = 100000000');
}

/**
 * Makes jobs wait, also those of the fresh demo: letters are not part of placing an order, and the portal would write
 * them meanwhile. Returns when no job is being done any more.
 */
export async function putJobsOff({ superuser }: BenchDatabase): Promise<void> {
  await superuser.query(`
    create or replace function pgboss.put_off() returns trigger language plpgsql as
      $$ begin new.start_after := new.start_after + interval '1 day'; return new; end $$;
    create or replace trigger put_off before insert on pgboss.job_common
      for each row execute function pgboss.put_off();
    update pgboss.job_common set start_after = start_after + interval '1 day' where state < 'active'`);
  const active = `select 1 from pgboss.job_common where state = 'active' limit 1`;
  while ((await superuser.query(active)).rowCount) await sleep(50);
}

/** Lets the jobs that wait begin, and new ones as ever. */
export async function releaseJobs({ superuser }: BenchDatabase): Promise<void> {
  await superuser.query('drop trigger if exists put_off on pgboss.job_common');
  await superuser.query(`update pgboss.job_common set start_after = now() where state = 'created'`);
}

/** Lets jobs be done as ever, and returns when those that waited are gone: unread letters are not worth waiting for. */
export async function clearJobs(database: BenchDatabase): Promise<void> {
  await database.superuser.query(`delete from pgboss.job_common where state < 'active'`);
  await releaseJobs(database);
}

/** How many jobs have been done. */
export async function jobsDone({ superuser }: BenchDatabase): Promise<number> {
  const { rows } = await superuser.query<{ count: string }>(
    `select count(*) from pgboss.job_common where state = 'completed'`,
  );
  return Number(rows[0]?.count);
}

/**
 * Adds orders until the table holds `total`, half of them of the firm that lists, placed one after the other up to
 * now. Row by row through the verb would take hours; the rows are the same.
 */
export async function fillOrders({ superuser }: BenchDatabase, firm: string, total: number): Promise<void> {
  const { rows } = await superuser.query<{ count: string }>('select count(*) from service_order');
  const missing = total - Number(rows[0]?.count);
  if (missing > 0) {
    await superuser.query('begin');
    // Foreign keys and the check for lines, asked a million times, hold by the way the rows are made.
    await superuser.query(`set local session_replication_role = 'replica'`);
    await superuser.query('set local synchronous_commit = off');
    await superuser.query(
      `insert into submission (customer_id, key, body_hash, created_at)
       select id, 'filled-by-bench', '', now() from customer on conflict do nothing`,
    );
    await superuser.query(FILL, [missing, firm]);
    await superuser.query(FILL_LINES);
    await superuser.query(FILL_EVENTS);
    await superuser.query('commit');
  }
  // What autovacuum would do a little later, in the middle of a round.
  await superuser.query('vacuum (analyze) service_order, order_line, order_event');
  await superuser.query('checkpoint');
}

const FILL = `
  with firm as (
    select c.id, a.id as address_id, row_number() over (order by c.number = $2 desc, c.number) - 1 as turn,
      count(*) over () - 1 as others,
      jsonb_build_object('recipient', a.recipient, 'street', a.street, 'postcode', a.postcode, 'city', a.city,
        'contactName', a.contact_name, 'contactPhone', a.contact_phone) as address
    from customer c
    join lateral (
      select * from address where customer_id = c.id and is_delivery order by id limit 1
    ) a on true
  ), placed as (
    select i, now() - ($1::int - i) * interval '2 minutes' as at,
      case when i % 4 < 2 then 0 else 1 + i / 4 % (select max(others) from firm) end as turn,
      case when i % 10 < 6 then 'GOODS_FINAL' when i % 10 < 8 then 'GOODS_BOXES' else 'PICKUP_EXTRA' end as service,
      case when i % 20 < 17 then 'completed' when i % 20 < 19 then 'cancelled' else 'failed' end as status
    from generate_series(1, $1::int) i
  )
  insert into service_order (
    customer_id, number, submission_key, service_code, status, pool, service_date, window_starts, window_ends,
    starts_at, ends_at, change_until, cancel_until, address_id, address, reference, cost_centre_label, driver_hint,
    net_cents, vat, gross_cents, placed_at, cancelled_at, completed_at
  )
  select firm.id, 'A-' || extract(year from at) || '-' || lpad(nextval('order_number')::text, 6, '0'),
    'filled-by-bench', service, status, case service when 'PICKUP_EXTRA' then 'pickup' else 'delivery' end,
    at::date + 3, '10:00', '12:00', at::date + 3 + time '09:00', at::date + 3 + time '11:00',
    null, null, address_id, address, 'Projekt ' || i % 5000, '', '', 28400 + i % 100, '[{"rate":1900,"amount":5396}]',
    33796 + i % 100, at,
    case status when 'cancelled' then at + interval '1 hour' end,
    case status when 'completed' then at + interval '3 days' end
  from placed join firm using (turn)
  order by i`;

const FILL_LINES = `
  insert into order_line (
    order_id, customer_id, position, product_code, name, unit, quantity, unit_price, vat_rate, net_cents
  )
  select o.id, o.customer_id, p.position, p.code, p.name, p.unit, 1, 142000, 1900, 14200
  from service_order o
  cross join (select row_number() over () as position, code, name, unit from product limit 2) p
  where o.submission_key = 'filled-by-bench'`;

const FILL_EVENTS = `
  insert into order_event (order_id, customer_id, at, kind)
  select id, customer_id, placed_at, 'placed' from service_order where submission_key = 'filled-by-bench'`;
