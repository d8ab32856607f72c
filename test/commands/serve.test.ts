import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROGRAM } from '../support/program.ts';
import { testServer } from '../support/test-server.ts';

const root = path.resolve(import.meta.dirname, '../..');
const directory = mkdtempSync(path.join(tmpdir(), 'kundenportal serve '));
const running = new Set<ChildProcess>();

after(async () => {
  for (const child of running) child.kill('SIGKILL');
  // the watchdog of a killed program needs a moment to shut its PostgreSQL down
  if (running.size > 0) await sleep(1000);
  rmSync(directory, { recursive: true, force: true, maxRetries: 10 });
});

interface Program {
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function run(environment: Record<string, string>, ...words: string[]): Program {
  const child = spawn(process.execPath, [...PROGRAM, ...words], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part));
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, said: () => text, ended };
}

/** Waits until the program has said where it is, and answers with that address. */
async function addressOf(program: Program): Promise<string> {
  const bound = AbortSignal.timeout(30_000);
  while (!bound.aborted) {
    const address = /http:\/\/[\w.[\]:]+:\d+/.exec(program.said())?.[0];
    if (address && program.said().includes('Kundenportal:')) return address;
    if (program.child.exitCode !== null) break;
    await sleep(20);
  }
  throw new Error(`The program did not start:\n${program.said()}`);
}

const demo = (more: Record<string, string> = {}) => ({
  DATA_DIR: path.join(directory, 'demo'),
  PORT: '0',
  ...more,
});

describe('bin/portal serve', () => {
  it('starts the demo, says where it is and who may sign in, and ends cleanly', async () => {
    const program = run(demo());
    const address = await addressOf(program);
    assert.match(program.said(), /D100001\s+admin@d100001\.example/);
    for (const page of ['/healthz', '/readyz', '/anmelden', '/hilfe']) {
      assert.equal((await fetch(address + page)).status, 200, page);
    }
    assert.equal(statSync(path.join(directory, 'demo/app-key')).mode & 0o777, 0o600);

    const second = run(demo());
    assert.equal(await second.ended, 1, 'two portals on one data directory');
    assert.match(second.said(), /demo/);
    assert.doesNotMatch(second.said(), /\bat .*\.ts:/, 'a sentence and not a stack');

    program.child.kill('SIGTERM');
    program.child.kill('SIGTERM');
    assert.equal(await program.ended, 0);
    await assert.rejects(fetch(`${address}/healthz`));
  });

  it('starts again on what a killed program left behind', async () => {
    const killed = run(demo());
    await addressOf(killed);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const program = run(demo());
    assert.equal((await fetch(`${await addressOf(program)}/readyz`)).status, 200);
    program.child.kill('SIGINT');
    assert.equal(await program.ended, 0);
  });

  it('says how to choose another port when its own is taken', async (t) => {
    const other = createServer().listen(0, '127.0.0.1');
    t.after(() => other.close());
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const program = run(demo({ PORT: String(port) }));
    assert.equal(await program.ended, 1);
    assert.match(program.said(), new RegExp(`Port ${port} is taken.*PORT=`));
  });

  it('names every environment variable that it cannot use', async () => {
    const program = run(demo({ PORT: 'eighty', BASE_URL: 'portal' }));
    assert.equal(await program.ended, 1);
    assert.match(program.said(), /PORT: /);
    assert.match(program.said(), /BASE_URL: /);
  });

  it('wants a key with a database of one’s own, and has no demo there', async () => {
    const { ownerUrl } = testServer();
    const keyless = run({ DATABASE_URL: ownerUrl, PORT: '0' });
    assert.equal(await keyless.ended, 1);
    assert.match(keyless.said(), /APP_KEY/);
  });

  it('knows its commands', async () => {
    const program = run(demo(), 'frobnicate');
    assert.equal(await program.ended, 2);
    assert.match(program.said(), /migrate/);
  });
});
