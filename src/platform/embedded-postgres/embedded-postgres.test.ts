import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import pg from 'pg';
import { DataDirectoryInUse, type EmbeddedPostgres, startEmbeddedPostgres } from './index.ts';
import { killRemaining, reportOf, startProgram } from './test-support/programs.ts';

describe('the embedded PostgreSQL', () => {
  let parent: string;
  let directory: string;
  let running: EmbeddedPostgres | undefined;

  async function start(): Promise<EmbeddedPostgres> {
    running = await startEmbeddedPostgres({ directory, durable: false });
    return running;
  }

  before(async () => {
    parent = mkdtempSync(path.join(tmpdir(), 'with a space '));
    chmodSync(parent, 0o755);
    directory = path.join(parent, 'post gres');
    const { firstStart, stop } = await start();
    assert.equal(firstStart, true);
    await stop();
  });
  afterEach(() => running?.stop());
  after(async () => {
    await running?.stop();
    await killRemaining();
    rmSync(parent, { recursive: true, force: true });
  });

  it('keeps what was written when it is stopped and opened again', async () => {
    const first = await start();
    await query(first.ownerUrl, 'drop table if exists kept; create table kept (word text)');
    await query(first.ownerUrl, "insert into kept values ('still here')");
    await first.stop();
    const second = await start();
    assert.equal(second.firstStart, false);
    assert.deepEqual(await query(second.ownerUrl, 'select word from kept'), [{ word: 'still here' }]);
  });

  it('may be stopped twice', async () => {
    const postgres = await start();
    await Promise.all([postgres.stop(), postgres.stop()]);
    await postgres.stop();
  });

  it('keeps its password and its data to itself', async () => {
    await start();
    assert.equal(statSync(path.join(directory, 'password')).mode & 0o777, 0o600);
    assert.equal(statSync(path.join(directory, 'cluster')).mode & 0o777, 0o700);
    assert.match(readFileSync(path.join(directory, 'password'), 'utf8'), /^[0-9a-f]{48}\n$/);
  });

  it('lets nobody in without the password', async () => {
    const { appUrl } = await start();
    const wrong = new URL(appUrl);
    wrong.password = 'wrong';
    await assert.rejects(query(wrong.href, 'select 1'), { code: '28P01' });
  });

  it('listens on the loopback address only', async () => {
    const { appUrl } = await start();
    const port = Number(new URL(appUrl).port);
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === 'IPv4');
    if (outside) assert.equal(await connectError(outside.address, port), 'ECONNREFUSED');
    assert.equal(await connectError('127.0.0.1', port), undefined);
    const superuser = new URL(appUrl);
    superuser.username = 'postgres';
    superuser.password = readFileSync(path.join(directory, 'password'), 'utf8').trim();
    const places =
      "select current_setting('listen_addresses') tcp, current_setting('unix_socket_directories') unix";
    assert.deepEqual(await query(superuser.href, places), [{ tcp: '127.0.0.1', unix: '' }]);
  });

  it('gives the portal a role that can neither change the schema nor see past row level security', async () => {
    const { appUrl } = await start();
    await assert.rejects(query(appUrl, 'create table mine (n int)'), { code: '42501' });
    await assert.rejects(query(appUrl, 'create temporary table mine (n int)'), { code: '42501' });
    await assert.rejects(query(appUrl, 'create database mine'), { code: '42501' });
    await assert.rejects(query(appUrl, 'set role portal_owner'), { code: '42501' });
    const powers = 'rolsuper, rolbypassrls, rolcreatedb, rolcreaterole';
    assert.deepEqual(await query(appUrl, `select ${powers} from pg_roles where rolname = current_user`), [
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
    ]);
  });

  it('gives the owner its database and the right to clone it', async () => {
    const { ownerUrl } = await start();
    await query(ownerUrl, 'create table of_the_owner (n int); drop table of_the_owner');
    await query(ownerUrl, 'create database clone template template0');
    await query(ownerUrl, 'drop database clone');
    assert.deepEqual(await query(ownerUrl, 'show is_superuser'), [{ is_superuser: 'off' }]);
  });

  it('is set up the same everywhere', async () => {
    const { ownerUrl } = await start();
    const locale =
      'select encoding, datlocprovider, datlocale from pg_database where datname = current_database()';
    assert.deepEqual(await query(ownerUrl, locale), [
      { encoding: 6, datlocprovider: 'b', datlocale: 'C.UTF-8' },
    ]);
    assert.deepEqual(await query(ownerUrl, 'show timezone'), [{ TimeZone: 'UTC' }]);
    assert.deepEqual(await query(ownerUrl, 'show data_checksums'), [{ data_checksums: 'on' }]);
  });

  it('refuses a second start in the same program and names the holder', async () => {
    await start();
    await assert.rejects(startEmbeddedPostgres({ directory }), (error) => {
      assert.ok(error instanceof DataDirectoryInUse);
      assert.equal(error.directory, directory);
      assert.equal(error.pid, process.pid);
      return true;
    });
  });

  it('refuses a second program and goes on serving the first', async () => {
    const { appUrl } = await start();
    const refused = await reportOf(startProgram(directory));
    assert.equal(refused.error, 'DataDirectoryInUse');
    assert.ok(refused.message.includes(directory));
    assert.ok(refused.message.includes(`process ${process.pid}`));
    assert.deepEqual(await query(appUrl, 'select 1 as one'), [{ one: 1 }]);
  });
});

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function connectError(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket
      .once('connect', () => resolve(undefined))
      .once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    socket.once('connect', () => socket.destroy());
  });
}
