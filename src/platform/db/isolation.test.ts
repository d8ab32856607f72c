import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MONDAY } from '../../../test/support/clock.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs } from '../../../test/support/jobs.ts';
import { writableColumns } from '../../../test/support/orders.ts';
import { DEMO_PASSWORD, loadDemo } from '../../demo/index.ts';
import type { Transaction } from './database.ts';

const database = await testDatabase();
const { app, owner } = database;
await loadDemo({ owner, db: app, jobs: await testJobs(database), now: MONDAY, password: DEMO_PASSWORD });
const mine = (await ctxFor({ db: app, customer: 'D100001' })).customer.id;
const theirs = (await ctxFor({ db: app, customer: 'D100002' })).customer.id;

interface Named extends Record<string, unknown> {
  readonly name: string;
}
const namesOf = async (sql: string) => (await owner.sql<Named>(sql)).map(({ name }) => name);

const tables = await namesOf(
  "select tablename as name from pg_tables where schemaname = 'public' order by 1",
);
/** Generated from the database: whoever adds a table with a customer gets its tests as well. */
const customerTables = await namesOf(
  `select table_name as name from information_schema.columns join pg_tables on tablename = table_name
   where table_schema = 'public' and column_name = 'customer_id' order by 1`,
);

/** A transaction without a customer. */
const NOBODY = null;

/** The error code of a statement in a transaction of this customer that never commits; rows when it went well. */
async function attempt(
  sql: string,
  values: readonly unknown[] = [],
  customerId: number | typeof NOBODY = mine,
): Promise<{ code?: string; message?: string; rows?: Record<string, unknown>[] }> {
  class Undo extends Error {}
  let rows: Record<string, unknown>[] = [];
  try {
    await app.transaction(customerId ?? undefined, async (tx: Transaction) => {
      rows = await tx.sql(sql, values);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) {
      const { code, message } = error as { code: string; message: string };
      return { code, message };
    }
  }
  return { rows };
}
const DENIED = '42501';

const may = async (table: string, what: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE') => {
  const [row] = await owner.sql<{ may: boolean }>(
    what === 'DELETE'
      ? "select has_table_privilege('portal_app', $1, 'DELETE') as may"
      : `select has_any_column_privilege('portal_app', $1, '${what}') as may`,
    [table],
  );
  return row?.may ?? false;
};

describe('every table with customers', () => {
  it('is among those that this test knows from the first day on', () => {
    for (const table of [
      'address',
      'audit_entry',
      'cost_centre',
      'membership',
      'order_event',
      'order_line',
      'service_order',
      'session',
      'submission',
    ]) {
      assert.ok(customerTables.includes(table), table);
    }
  });

  for (const table of customerTables) {
    it(`${table} is under row level security, and each of its policies asks who is working`, async () => {
      const [state] = await owner.sql<{ secured: boolean }>(
        'select relrowsecurity as secured from pg_class where oid = $1::regclass',
        [table],
      );
      assert.equal(state?.secured, true);
      const policies = await owner.sql<{
        policyname: string;
        cmd: string;
        qual: string | null;
        with_check: string | null;
      }>(
        "select policyname, cmd, qual, with_check from pg_policies where schemaname = 'public' and tablename = $1 and 'portal_app' = any (roles)",
        [table],
      );
      for (const { policyname, cmd, qual, with_check } of policies) {
        const conditions = [
          ...(cmd === 'INSERT' ? [] : [qual]),
          ...(with_check || cmd === 'INSERT' ? [with_check] : []),
        ];
        for (const condition of conditions) {
          // the sub-select is evaluated once per statement, the bare function once per row
          assert.match(
            condition ?? '',
            /\( SELECT app_(customer|person)_id\(\) AS/,
            `${policyname} of ${table}`,
          );
        }
      }
    });

    it(`${table} shows no row of another firm, and none at all without a firm`, async () => {
      if (!(await may(table, 'SELECT'))) return;
      const { code, rows } = await attempt(`select customer_id from ${table}`);
      assert.equal(code, undefined);
      assert.deepEqual(
        rows?.filter(({ customer_id }) => customer_id !== mine),
        [],
      );
      const [count] = await owner.sql<{ count: number }>(
        `select count(*)::int as count from ${table} where customer_id = $1`,
        [mine],
      );
      if (table !== 'session') assert.equal(rows?.length, count?.count, 'the own rows are all there');
      assert.deepEqual((await attempt(`select customer_id from ${table}`, [], NOBODY)).rows, []);
      assert.deepEqual(await app.sql(`select customer_id from ${table}`), []);
    });

    it(`${table} takes no row for another firm`, async () => {
      const { code, message } = await attempt(`insert into ${table} (customer_id) values ($1)`, [theirs]);
      assert.equal(code, DENIED, message ?? table);
      if (!(await may(table, 'INSERT'))) return;
      // the policy speaks before anything else does; for the own firm it is silent and the columns speak
      assert.match(message ?? '', /row-level security|permission denied/);
      const own = await attempt(`insert into ${table} (customer_id) values ($1)`, [mine]);
      assert.doesNotMatch(own.message ?? '', /row-level security/);
    });

    it(`${table} lets no row of another firm be changed, taken over or deleted`, async () => {
      const columns = await namesOf(
        `select column_name as name from information_schema.column_privileges
         where grantee = 'portal_app' and table_name = '${table}' and privilege_type = 'UPDATE'`,
      );
      for (const column of columns) {
        const changed = await attempt(
          `update ${table} set ${column} = ${column} where customer_id = $1 returning 1`,
          [theirs],
        );
        assert.deepEqual(changed.rows ?? changed.code, changed.code ?? [], column);
      }
      const moved = await attempt(`update ${table} set customer_id = $1 returning 1`, [theirs]);
      assert.deepEqual(
        moved.rows ?? moved.code,
        moved.code ? DENIED : [],
        'rows cannot move to another firm',
      );
      if (!(await may(table, 'DELETE'))) return;
      const deleted = await attempt(`delete from ${table} where customer_id = $1 returning 1`, [theirs]);
      assert.deepEqual(deleted.rows ?? deleted.code, deleted.code ?? []);
    });
  }

  it('holds rows of other firms while this is tested', async () => {
    for (const table of [
      'address',
      'audit_entry',
      'cost_centre',
      'membership',
      'order_event',
      'order_line',
      'service_order',
      'submission',
    ]) {
      const [row] = await owner.sql<{ firms: number }>(
        `select count(distinct customer_id)::int as firms from ${table}`,
      );
      assert.ok((row?.firms ?? 0) >= 3, table);
    }
  });
});

describe('every table without customers', () => {
  /** What belongs to nobody, or is the carrier's to show: a new name here is a decision. */
  const OPEN = new Set([
    'calendar_exception',
    'carrier',
    'faq_entry',
    'audit_seal',
    'holiday_rule',
    'mail',
    'mail_product',
    'mail_product_price',
    'mail_product_vat',
    'courier_distance',
    'courier_fare',
    'courier_terms',
    'courier_vehicle',
    'courier_zone',
    'courier_zone_postcode',
    'migration',
    // asked before anybody has said who they are
    'passkey_challenge',
    'product',
    'product_price',
    'product_vat',
    'service',
    'service_hours',
    'site',
    'site_hours',
    'site_service',
    'slot',
    'standing_terms',
    'throttle',
    'time_window',
    'tour_zone',
    'tour_zone_postcode',
    'window_pool',
  ]);

  it('is under row level security unless it is known to belong to nobody', async () => {
    const unsecured = await namesOf(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p') and not relrowsecurity order by 1`,
    );
    // nothing of persons lies in a table that the portal's role cannot even touch
    const touched: string[] = [];
    for (const table of unsecured) {
      const reach = await Promise.all(
        (['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const).map((what) => may(table, what)),
      );
      if (reach.includes(true)) touched.push(table);
    }
    assert.deepEqual(
      touched.filter((table) => !OPEN.has(table)),
      [],
    );
  });

  it('shows of people only colleagues, and firms only the own', async () => {
    const people = await attempt('select p.email from person p order by 1');
    assert.deepEqual(people.rows, [
      { email: 'admin@d100001.example' },
      { email: 'mitarbeit@d100001.example' },
    ]);
    assert.deepEqual((await attempt('select number from customer')).rows, [{ number: 'D100001' }]);
    for (const table of ['person', 'customer']) {
      assert.deepEqual((await attempt(`select id from ${table}`, [], NOBODY)).rows, []);
      assert.deepEqual(await app.sql(`select id from ${table}`), []);
    }
    const renamed = await attempt(
      "update person set name = 'x' where email = 'admin@d100002.example' returning 1",
    );
    assert.deepEqual(renamed.rows, []);
  });

  it('of the catalogue can be read and not written', async () => {
    for (const table of [
      'carrier',
      'service',
      'product',
      'product_price',
      'product_vat',
      'time_window',
      'tour_zone',
      'tour_zone_postcode',
      'window_pool',
      'holiday_rule',
      'calendar_exception',
      'mail_product',
      'mail_product_price',
      'mail_product_vat',
    ]) {
      assert.equal((await attempt(`select from ${table}`)).code, undefined, table);
      assert.deepEqual(
        await Promise.all((['INSERT', 'UPDATE', 'DELETE'] as const).map((what) => may(table, what))),
        [false, false, false],
        table,
      );
    }
    assert.equal((await attempt('update slot set capacity = 1000')).code, DENIED);
  });
});

describe('foreign keys between rows of customers', () => {
  it('carry the customer, because they do not ask the policies', async () => {
    const loose = await owner.sql(
      `select conrelid::regclass::text as from, confrelid::regclass::text as to, conname
       from pg_constraint c
       where contype = 'f' and connamespace = 'public'::regnamespace
         and exists (select from pg_attribute where attrelid = confrelid and attname = 'customer_id')
         and exists (select from pg_attribute where attrelid = conrelid and attname = 'customer_id')
         and not exists (
           select from unnest(conkey, confkey) as k (own, other)
           join pg_attribute a on a.attrelid = conrelid and a.attnum = k.own and a.attname = 'customer_id'
           join pg_attribute b on b.attrelid = confrelid and b.attnum = k.other and b.attname = 'customer_id')`,
    );
    assert.deepEqual(loose, []);
  });

  it('refuse a line of mine for an order of theirs', async () => {
    const [order] = await owner.sql<{ id: number }>(
      'select id from service_order where customer_id = $1 limit 1',
      [theirs],
    );
    const { code } = await attempt(
      `insert into order_line values ($1, $2, 9, 'BOX_SMALL', '{"de":"x","en":"x"}', '{"de":"x","en":"x"}', 1, 0, 1900, 0)`,
      [order?.id, mine],
    );
    assert.equal(code, '23503');
    const event = await attempt(
      "insert into order_event (order_id, customer_id, at, kind) values ($1, $2, now(), 'completed')",
      [order?.id, mine],
    );
    assert.equal(event.code, '23503');
  });

  it('refuse an order of mine to an address or for a cost centre of theirs', async () => {
    const [order] = await owner.sql<Record<string, unknown>>(
      'select to_jsonb(o) as order from service_order o where customer_id = $1 and cost_centre_id is not null limit 1',
      [mine],
    );
    const columns = await writableColumns(owner, 'service_order');
    for (const column of ['address_id', 'cost_centre_id']) {
      const table = column.replace('_id', '');
      const [foreign] = await owner.sql<{ id: number }>(
        `select id from ${table} where customer_id = $1 limit 1`,
        [theirs],
      );
      const copy = { ...(order?.order as object), number: 'A-2026-800000', [column]: foreign?.id };
      const { code, message } = await attempt(
        `insert into service_order (${columns}) overriding user value
         select ${columns} from jsonb_populate_record(null::service_order, $1)`,
        [JSON.stringify(copy)],
      );
      assert.equal(code, '23503', `${column}: ${message}`);
    }
  });
});

describe('the role of the portal', () => {
  it('is neither superuser nor exempt from the policies, and belongs to no role that is', async () => {
    const [role] = await owner.sql(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         pg_has_role('portal_app', 'portal_owner', 'member') as is_owner from pg_roles where rolname = 'portal_app'`,
    );
    assert.deepEqual(role, {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      is_owner: false,
    });
    assert.deepEqual(await app.sql('select current_user::text as me'), [{ me: 'portal_app' }]);
  });

  it('does not hold what the desk may, unless a transaction changes to its role, which ends with it', async () => {
    const [row] = await owner.sql(
      `select pg_has_role('portal_app', 'portal_desk', 'usage') as holds, rolbypassrls, rolsuper, rolcanlogin
       from pg_roles where rolname = 'portal_desk'`,
    );
    assert.deepEqual(row, { holds: false, rolbypassrls: false, rolsuper: false, rolcanlogin: false });
    const firms = 'select count(*) as firms from customer';
    const [seen] = await app.deskTransaction((tx) => tx.sql<{ firms: number }>(firms));
    assert.ok((seen?.firms ?? 0) > 2);
    assert.deepEqual(await app.transaction(mine, (tx) => tx.sql(firms)), [{ firms: 1 }]);
    assert.deepEqual(await app.sql('select current_user::text as me'), [{ me: 'portal_app' }]);
  });

  it('reads no secret at the desk', async () => {
    for (const secret of [
      'select password_hash from person',
      'select password_hash from staff_account',
      'select iban_sealed from mandate',
      'select token_hash from session',
      'select seed from calendar_feed',
    ]) {
      await assert.rejects(
        app.deskTransaction((tx) => tx.sql(secret)),
        { code: DENIED },
        secret,
      );
    }
  });

  it('owns nothing and may create nothing, in no schema', async () => {
    assert.deepEqual(
      await owner.sql("select oid::regclass::text from pg_class where relowner = 'portal_app'::regrole"),
      [],
    );
    assert.deepEqual(
      await namesOf(
        "select nspname::text as name from pg_namespace where has_schema_privilege('portal_app', oid, 'CREATE')",
      ),
      [],
    );
    const [row] = await owner.sql(
      `select has_database_privilege('portal_app', current_database(), 'CREATE') as creates,
         has_database_privilege('portal_app', current_database(), 'TEMP') as temporary`,
    );
    assert.deepEqual(row, { creates: false, temporary: false });
  });

  const FORBIDDEN = [
    'create table x ()',
    'create temporary table x ()',
    'create view x as select 1',
    'create schema x',
    "create function x() returns int language sql as 'select 1'",
    'create role x',
    'create extension hstore',
    'alter table service_order add column x int',
    'alter table service_order disable row level security',
    'alter table service_order disable trigger order_has_lines',
    'alter role portal_app bypassrls',
    'drop table submission',
    'drop policy own_customer on service_order',
    'truncate service_order cascade',
    'create index on service_order (id)',
    "comment on table service_order is 'x'",
    'set role portal_owner',
    'set session authorization portal_owner',
    "copy service_order to program 'cat'",
    "select pg_read_file('/etc/passwd')",
    'set session_replication_role = replica',
  ];
  for (const statement of FORBIDDEN) {
    it(`is refused ${statement}`, async () => {
      const { code, message } = await attempt(statement);
      assert.ok(
        code === DENIED || /must be owner|permission denied/.test(message ?? ''),
        `${code} ${message}`,
      );
    });
  }

  it('is bound by the policies even when it asks not to be', async () => {
    const { code } = await attempt('set local row_security = off');
    assert.equal(code, undefined);
    await assert.rejects(
      app.transaction(mine, async (tx) => {
        await tx.sql('set local row_security = off');
        await tx.sql('select id from service_order');
      }),
      { code: DENIED },
    );
  });

  it('reads no secret', async () => {
    const readable = await namesOf(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and column_name ~ '(hash|secret|password|pending$)'
         and has_column_privilege('portal_app', table_name::regclass, column_name, 'SELECT') order by 1`,
    );
    // Keyed or of the firm's own words: what it is compared with has been sent again.
    // Of a document it is what its reader has before them.
    const HARMLESS = [
      'submission.body_hash',
      'mandate.iban_hash',
      'mandate.submission_hash',
      'document.content_hash',
      // the seals of the audit log prove that nothing is missing to whoever keeps them elsewhere
      'audit_seal.hash',
    ];
    // whatever else can be read is under a policy that shows people their own
    const owned = readable.filter((name) => !HARMLESS.includes(name));
    for (const name of owned) {
      const [table = ''] = name.split('.');
      const policies = await owner.sql<{ qual: string | null }>(
        "select qual from pg_policies where tablename = $1 and cmd in ('ALL', 'SELECT')",
        [table],
      );
      assert.ok(policies.length > 0 && policies.every(({ qual }) => /app_person_id/.test(qual ?? '')), name);
    }
    for (const sql of [
      'select password_hash from person',
      'select * from person',
      'select token_hash from session',
      'select * from one_time_password',
    ]) {
      assert.equal((await attempt(sql)).code, DENIED, sql);
    }
  });

  it('adds to the history and changes nothing in it', async () => {
    for (const table of ['audit_entry', 'order_event', 'order_line', 'order_version', 'submission']) {
      assert.deepEqual([await may(table, 'UPDATE'), await may(table, 'DELETE')], [false, false], table);
    }
    const changeable = await namesOf(
      `select column_name as name from information_schema.column_privileges
       where grantee = 'portal_app' and table_name = 'service_order' and privilege_type = 'UPDATE' order by 1`,
    );
    // who ordered what and when is never rewritten; of the rest every version is kept (change-order.test.ts)
    for (const column of [
      'id',
      'customer_id',
      'number',
      'placed_at',
      'placed_by',
      'service_code',
      'submission_key',
    ]) {
      assert.ok(!changeable.includes(column), column);
    }
    assert.equal(await may('service_order', 'DELETE'), false);
    assert.equal(await may('order_version', 'INSERT'), false);
  });

  it('writes no entry into the audit log of another firm, nor one of nobody while it works for a firm', async () => {
    const insert = `insert into audit_entry (at, customer_id, actor_kind, action, object, request_id)
      values (now(), $1, 'visitor', 'x', 'x', 'x')`;
    assert.equal((await attempt(insert, [mine])).code, undefined);
    assert.equal((await attempt(insert, [theirs])).code, DENIED);
    assert.equal((await attempt(insert, [null])).code, DENIED);
    assert.equal((await attempt(insert, [null], NOBODY)).code, undefined);
    assert.equal((await attempt(insert, [mine], NOBODY)).code, DENIED);
  });
});

describe('functions that run with the rights of the owner', () => {
  it('are called by nobody but the portal, and look names up in one place only', async () => {
    const functions = await owner.sql<Named & { config: string[] | null; everybody: boolean }>(
      `select p.proname as name, proconfig as config,
         exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0) as everybody
       from pg_proc p where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    assert.ok(functions.length >= 7);
    for (const { name, config, everybody } of functions) {
      assert.deepEqual(config, ['search_path=public, pg_temp'], name);
      assert.equal(everybody, false, `${name} is open to everybody`);
    }
  });
});

describe('the list of tables', () => {
  it('is not empty, or nothing of the above would mean anything', () => {
    assert.ok(tables.length >= 20);
    assert.ok(customerTables.length >= 9);
  });
});
