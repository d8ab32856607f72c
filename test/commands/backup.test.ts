import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { loadDemo } from '../../src/demo/index.ts';
import { allJobs } from '../../src/jobs.ts';
import { sealAudit } from '../../src/platform/audit/seal-audit.ts';
import { verifyAudit } from '../../src/platform/audit/verify-audit.ts';
import { backUp, restore, UnusableBackup } from '../../src/platform/backup/index.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { migrateJobs } from '../../src/platform/jobs/jobs.ts';
import { MONDAY } from '../support/clock.ts';
import { testDatabase } from '../support/database.ts';
import { testJobs } from '../support/jobs.ts';
import { PROGRAM } from '../support/program.ts';
import { contentsOf } from '../support/refused.ts';
import { testServer } from '../support/test-server.ts';

const root = path.resolve(import.meta.dirname, '../..');
const directory = mkdtempSync(path.join(tmpdir(), 'kundenportal-backup-'));
after(() => rmSync(directory, { recursive: true, force: true }));

const database = await testDatabase();
const jobs = await testJobs(database);
const { owner } = database;
await loadDemo({
  owner,
  db: database.app,
  jobs,
  now: MONDAY,
  password: 'Spreebrief-Demo-2026',
  appKey: 'a key of 32 characters for tests.',
});
// what a table of text can get wrong: nothing, ends of lines, backslashes, what looks like the end
await owner.sql(
  `insert into mail (key, recipient, subject, text_body, html_body, created_at) values
   ('k1', 'a@b.example', e'tab\\t and \\\\ and \\\\.', e'first\\r\\n\\\\.\\nlast \\u2028 🦊', null, now()),
   ('k2', 'a@b.example', '', '', '\\N', now())`,
);
await sealAudit(owner, MONDAY);

/** An empty database on the same server, as an operator would make one; dropped at the end of the file. */
async function emptyDatabase(): Promise<string> {
  const { maintenanceUrl, ownerUrl } = testServer();
  const name = `restore_${randomBytes(6).toString('hex')}`;
  const maintain = async (statement: string) => {
    const client = new pg.Client({ connectionString: maintenanceUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await maintain(`create database ${name} template template0`);
  after(() => maintain(`drop database ${name} with (force)`));
  const url = new URL(ownerUrl);
  url.pathname = name;
  return url.href;
}

async function takeBackup(name: string): Promise<string> {
  const file = path.join(directory, name);
  await backUp(database.ownerUrl, createWriteStream(file), MONDAY);
  return file;
}

const bringBack = (file: string, ownerUrl: string) =>
  restore(createReadStream(file), {
    ownerUrl,
    migrate: (only) => migrate(ownerUrl, only),
    prepareJobs: () => migrateJobs(ownerUrl, allJobs),
  });

/** What a restore does not bring back, and what it writes by itself. */
const APART = [
  'public.migration',
  'public.session',
  'public.staff_session',
  'public.trusted_device',
  'public.one_time_password',
  'public.staff_one_time_password',
  'public.throttle',
  'public.passkey_challenge',
];

describe('backup and restore', () => {
  it('bring back the contents of every table, the queue and the chain of the audit log', async () => {
    const file = await takeBackup('whole.gz');
    const ownerUrl = await emptyDatabase();
    const { tables, rows } = await bringBack(file, ownerUrl);
    assert.ok(tables > 40 && rows > 200, `${rows} rows of ${tables} tables`);
    const restored = openDatabase({ url: ownerUrl, maxConnections: 2 });
    try {
      const known = await contentsOf(database);
      const found = await contentsOf({ ...database, owner: restored });
      for (const table of APART) {
        delete known[table];
        delete found[table];
      }
      assert.ok(Object.keys(known).length > 40);
      assert.deepEqual(found, known);
      const report = await verifyAudit(restored);
      assert.equal(report.problem, undefined);
      assert.deepEqual(report.head, (await verifyAudit(owner)).head);
      // keys and triggers hold again, and what is counted goes on
      await assert.rejects(restored.sql('delete from audit_entry'), /not changed/);
      await assert.rejects(
        restored.sql(
          'insert into membership (customer_id, person_id, is_admin, rights) values (1, 999999, false, $1)',
          [[]],
        ),
        /foreign key/,
      );
      const next =
        "insert into mail (key, recipient, subject, created_at) values ('k3', 'a', 'b', now()) returning id";
      const [[one], [other]] = [
        await owner.sql<{ id: number }>(`${next.replace('k3', 'k9')}`),
        await restored.sql<{ id: number }>(next),
      ];
      assert.equal(other?.id, one?.id);
      await owner.sql("delete from mail where key = 'k9'");
    } finally {
      await restored.close();
    }
  });

  it('leave sessions and one-time passwords behind', async () => {
    await owner.sql(
      `insert into staff_session (token_hash, staff_id, stage, created_at, last_used_at, ends_at, confirmed_at, network, user_agent)
       select '\\x01', id, 'full', now(), now(), now(), now(), '', '' from staff_account limit 1`,
    );
    const file = await takeBackup('sessions.gz');
    const text = gunzipSync(readFileSync(file)).toString();
    for (const table of ['session', 'staff_session', 'one_time_password', 'trusted_device'])
      assert.doesNotMatch(text, new RegExp(`"table":"public\\.${table}"`));
  });

  const damages: Record<string, (lines: string[]) => string[]> = {
    'is cut off': (lines) => lines.slice(0, -40),
    'lacks its end': (lines) => lines.slice(0, -2).concat(''),
    'was changed': (lines) => lines.map((line) => line.replace('Spreebrief', 'Havelbrief')),
    'lacks a row': (lines) =>
      lines.toSpliced(lines.findIndex((line) => line.startsWith('{"table":"public.address"')) + 1, 1),
    'belongs to another program': () => ['{"format":"something-else"}', ''],
    'was made by a newer program': (lines) => [
      (lines[0] ?? '').replace('"migrations":[', '"migrations":["9999-tomorrow.sql",'),
      ...lines.slice(1),
    ],
    'is empty': () => [''],
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`refuse a file that ${what}, and leave no rows behind`, async () => {
      const file = await takeBackup('good.gz');
      const lines = gunzipSync(readFileSync(file)).toString().split('\n');
      const bad = path.join(directory, 'bad.gz');
      writeFileSync(bad, gzipSync(damage(lines).join('\n')));
      const ownerUrl = await emptyDatabase();
      await assert.rejects(bringBack(bad, ownerUrl), (error: Error): true => {
        assert.ok(error instanceof UnusableBackup || error.name === 'UnknownMigration', error.message);
        return true;
      });
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      try {
        const { rows } = await client.query("select to_regclass('public.customer') is not null as made");
        if (rows[0].made) assert.equal((await client.query('select from customer')).rowCount, 0);
      } finally {
        await client.end();
      }
    });
  }

  it('refuse what is no gzip, and a database that holds something', async () => {
    const file = path.join(directory, 'plain.gz');
    writeFileSync(file, 'no gzip at all');
    await assert.rejects(bringBack(file, await emptyDatabase()), /cannot be unpacked/);
    await assert.rejects(bringBack(await takeBackup('again.gz'), database.ownerUrl), /not empty/);
  });
});

/** As an operator would set it: the portal's role beside the owner's. */
function environment(ownerUrl: string): Record<string, string> {
  const appUrl = new URL(testServer().appUrl);
  appUrl.pathname = new URL(ownerUrl).pathname;
  return {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: appUrl.href,
    DATABASE_OWNER_URL: ownerUrl,
    APP_KEY: 'a key of 32 characters for tests.',
    LOG_LEVEL: 'silent',
  };
}

function portal(ownerUrl: string, ...words: string[]) {
  return spawnSync(process.execPath, [...PROGRAM, ...words], {
    cwd: root,
    encoding: 'utf8',
    env: environment(ownerUrl),
  });
}

describe('bin/portal backup, restore, doctor', () => {
  it('write a file for its owner alone, read it back, and find the result sound', async () => {
    const file = path.join(directory, 'command.gz');
    const written = portal(database.ownerUrl, 'backup', file);
    assert.equal(written.status, 0, written.stderr);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const ownerUrl = await emptyDatabase();
    const restored = portal(ownerUrl, 'restore', file);
    assert.match(restored.stdout, /rows of \d+ tables are back/, restored.stderr);
    assert.match(portal(ownerUrl, 'restore', file).stderr, /not empty/);
    const looked = portal(ownerUrl, 'doctor', '--json');
    const { findings } = JSON.parse(looked.stdout) as {
      findings: { check: string; level: string; text: string }[];
    };
    const of = (check: string) => findings.filter((one) => one.check === check);
    assert.deepEqual(
      of('migrations').map(({ level }) => level),
      ['ok'],
    );
    assert.match(of('audit')[0]?.text ?? '', /entries under \d+ seals hold; head \d+:[\da-f]{64}/);
    assert.deepEqual(
      of('database').map(({ level }) => level),
      ['ok'],
      JSON.stringify(of('database')),
    );
    assert.match(portal(ownerUrl, 'doctor').stdout, /^(ok|warn) +configuration/m);
  });

  it('say in a sentence what is wrong', async () => {
    for (const [words, said] of [
      [['backup'], /^Usage/],
      [['restore', '/nowhere.gz'], /ENOENT/],
      [['backup', '/nowhere/at/all.gz'], /ENOENT/],
      [['doctor', '--audit-head', 'x'], /number and a hash/],
      [['doctor', '--frobnicate'], /Usage/],
    ] as const) {
      const { status, stderr } = portal(database.ownerUrl, ...words);
      assert.equal(status, 1);
      assert.match(stderr, said);
      assert.doesNotMatch(stderr, /\n\s+at /, words.join(' '));
    }
  });

  it('find a database that is not up to date, jobs that nobody works on, and one that is not there', async () => {
    const ownerUrl = await emptyDatabase();
    const bare = portal(ownerUrl, 'doctor');
    assert.equal(bare.status, 1);
    assert.match(bare.stdout, /fail {2}migrations +\d+ have not run/);
    await owner.sql(
      `update pgboss.job set start_after = now() - interval '1 hour' where id = (select id from pgboss.job where state = 'created' limit 1)`,
    );
    assert.match(portal(database.ownerUrl, 'doctor').stdout, /fail {2}jobs +a job has waited since/);
    const gone = portal('postgres://nobody:x@127.0.0.1:1/none', 'doctor');
    assert.equal(gone.status, 1);
    assert.match(gone.stdout, /fail {2}database +.*ECONNREFUSED/);
  });

  it('find a log that was changed', async () => {
    const ownerUrl = await emptyDatabase();
    await bringBack(await takeBackup('tampered.gz'), ownerUrl);
    const restored = openDatabase({ url: ownerUrl, maxConnections: 1 });
    await restored.transaction(undefined, async (tx) => {
      await tx.sql('alter table audit_entry disable trigger user');
      await tx.sql(
        "update audit_entry set actor_name = 'nobody' where id = (select min(id) from audit_entry)",
      );
    });
    await restored.close();
    const { status, stdout } = portal(ownerUrl, 'doctor');
    assert.equal(status, 1);
    assert.match(stdout, /fail {2}audit +the log was changed: entries of seal \d+ were changed/);
  });
});

describe('bin/portal work', () => {
  it('works on the jobs that a restore has brought back, without pages, and ends cleanly', async () => {
    const ownerUrl = await emptyDatabase();
    await bringBack(await takeBackup('work.gz'), ownerUrl);
    const restored = openDatabase({ url: ownerUrl, maxConnections: 1 });
    const waiting = async () => {
      const rows = await restored.sql(
        "select 1 from pgboss.job where name like 'mail.%' and state in ('created', 'retry', 'active')",
      );
      return rows.length;
    };
    try {
      assert.ok((await waiting()) > 0);
      const worker = spawn(process.execPath, [...PROGRAM, 'work'], {
        cwd: root,
        env: { ...environment(ownerUrl), BASE_URL: 'https://portal.example', METRICS_PORT: '0' },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      const bound = AbortSignal.timeout(90_000);
      while ((await waiting()) > 0 && !bound.aborted) await sleep(200);
      assert.equal(await waiting(), 0);
      worker.kill('SIGTERM');
      assert.equal(await ended, 0);
    } finally {
      await restored.close();
    }
  });

  it('wants an address for its links', () => {
    assert.match(portal(database.ownerUrl, 'work').stderr, /BASE_URL/);
  });
});
