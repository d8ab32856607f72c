import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, type StartStep, startEmbeddedPostgres } from './index.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { isPostgresIn, postgresProcessesIn } from './processes.ts';
import { killHard, killRemaining, reportOf, startProgram } from './test-support/programs.ts';
import { watchdogShells } from './test-support/shells.ts';

describe('an embedded PostgreSQL that was interrupted', () => {
  let parent: string;
  let directory: string;
  let cluster: string;
  let running: EmbeddedPostgres | undefined;

  async function start(onStep?: (step: StartStep) => void): Promise<EmbeddedPostgres> {
    running = await startEmbeddedPostgres({ directory, durable: false, onStep });
    return running;
  }

  async function assertServes(postgres: EmbeddedPostgres): Promise<void> {
    const client = new pg.Client({ connectionString: postgres.appUrl });
    await client.connect();
    await client.query('select 1');
    await client.end();
  }

  // The parent is 0700: run by root, everything here goes the way through the inherited descriptor.
  before(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'interrupted '));
    directory = path.join(parent, 'postgres');
    cluster = path.join(directory, 'cluster');
  });
  before(async () => {
    await (await start()).stop();
  });
  afterEach(() => running?.stop());
  after(async () => {
    await running?.stop();
    await killRemaining();
    rmSync(parent, { recursive: true, force: true });
  });

  it('ends with a program that is killed, and starts again', async () => {
    const program = startProgram(directory);
    await reportOf(program);
    await killHard(program);
    assert.ok(await soon(() => postgresProcessesIn(cluster).length === 0), 'no process may be left');
    await assertServes(await start());
  });

  it('starts at once after a program was killed, without waiting for its server to be gone', async () => {
    const program = startProgram(directory);
    await reportOf(program);
    await killHard(program);
    await assertServes(await start());
  });

  it('stops the server of a program that was killed together with the watchdog', async (t) => {
    if (process.platform !== 'linux') return t.skip('finds the shells in /proc');
    const program = startProgram(directory);
    await reportOf(program);
    const orphan = postmasterPid(cluster);
    for (const shell of watchdogShells(orphan)) process.kill(shell, 'SIGKILL');
    await killHard(program);
    await sleep(100);
    assert.ok(isPostgresIn(orphan, cluster), 'the server must have survived, else nothing is tested');
    const steps: StartStep[] = [];
    await assertServes(await start((step) => steps.push(step)));
    assert.deepEqual(steps, ['preparing', 'recovering', 'starting']);
    assert.notEqual(postmasterPid(cluster), orphan);
    assert.ok(!isPostgresIn(orphan, cluster));
  });

  it('reports the death of its server and starts again', async () => {
    const first = await start();
    process.kill(postmasterPid(cluster), 'SIGKILL');
    assert.match(await first.exited, /ready to accept connections/);
    await first.stop();
    await assertServes(await start());
  });

  it('reports nothing when it is stopped on purpose', async () => {
    const postgres = await start();
    await postgres.stop();
    assert.equal(await Promise.race([postgres.exited, sleep(50, 'nothing')]), 'nothing');
  });

  it('takes a leftover pid file that names a stranger for what it is', async () => {
    writeFileSync(path.join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n`);
    await assertServes(await start());
  });

  it('takes an empty pid file, as a power cut leaves it, for what it is', async () => {
    writeFileSync(path.join(cluster, 'postmaster.pid'), '');
    await assertServes(await start());
  });

  it('completes roles and database when the first start was cut off before or among them', async () => {
    rmSync(path.join(directory, 'complete'));
    const again = await start();
    assert.equal(again.firstStart, true);
    await assertServes(again);
  });

  it('survives being killed at every step of the first start', async () => {
    const kept = directory;
    directory = path.join(parent, 'fresh');
    try {
      for (const fatalStep of ['creating', 'starting']) {
        await once(startProgram(directory, { fatalStep }), 'exit');
      }
      const postgres = await start();
      assert.equal(postgres.firstStart, true);
      await assertServes(postgres);
      assert.ok(!readdirSync(directory).some((name) => name.startsWith('creating-')));
      await postgres.stop();
    } finally {
      directory = kept;
    }
  });
});

function postmasterPid(cluster: string): number {
  const pid = readPostmasterFile(cluster)?.pid;
  assert.ok(pid);
  return pid;
}

async function soon(condition: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < 3000; waited += 20) {
    if (condition()) return true;
    await sleep(20);
  }
  return false;
}
