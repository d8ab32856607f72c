import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
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
  const bound = AbortSignal.timeout(90_000);
  while (!bound.aborted) {
    const address = /http:\/\/[\w.[\]:]+:\d+/.exec(program.said())?.[0];
    if (address && program.said().includes('Kundenportal:')) return address;
    if (program.child.exitCode !== null) break;
    await sleep(20);
  }
  throw new Error(`The program did not start:\n${program.said()}`);
}

function assertSentence(program: Program, sentence: RegExp): void {
  assert.match(program.said(), sentence);
  assert.doesNotMatch(program.said(), /^\s+at /m, 'a sentence and not a stack');
}

/** Waits until no process names the folder any more. */
async function gone(folder: string): Promise<void> {
  const found = () => spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout.includes(folder);
  for (let tries = 0; found(); tries += 1) {
    assert.ok(tries < 100, 'a process is left over');
    await sleep(100);
  }
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

  it('says in a sentence why the database of DATABASE_URL cannot be used', async (t) => {
    const { ownerUrl } = testServer();
    const changed = (change: (url: URL) => void) => {
      const url = new URL(ownerUrl);
      change(url);
      return url.href;
    };
    const cases: [what: string, url: string, sentence: RegExp][] = [
      [
        'nobody listens',
        changed((url) => (url.port = '1')),
        /cannot be reached: .*ECONNREFUSED.*DATABASE_URL/,
      ],
      ['no such host', 'postgres://a:b@nowhere.invalid/x', /cannot be reached: .*nowhere\.invalid/],
      ['wrong password', changed((url) => (url.password = 'wrong')), /refuses: .*password.*DATABASE_URL/],
      [
        'no such database',
        changed((url) => (url.pathname = '/nothing')),
        /refuses: .*"nothing".*DATABASE_URL/,
      ],
      ['no address', 'portal', /DATABASE_URL: .*postgres:\/\//],
      ['an unreadable address', 'postgres://a:b@h:99999/x', /cannot be read.*DATABASE_URL/],
    ];
    for (const [what, url, sentence] of cases) {
      await t.test(what, async () => {
        const program = run({ DATABASE_URL: url, APP_KEY: 'x'.repeat(32), PORT: '0' });
        assert.equal(await program.ended, 1);
        assertSentence(program, sentence);
      });
    }
  });

  it('says in a sentence why the data directory cannot be used', async (t) => {
    const broken = path.join(directory, 'broken');
    const cases: [what: string, prepare: () => string, sentence: RegExp][] = [
      [
        'a file stands in its place',
        () => {
          writeFileSync(path.join(directory, 'file'), 'x');
          return path.join(directory, 'file');
        },
        /cannot be made: .*Choose another DATA_DIR/,
      ],
      [
        'no cluster is in the place of one',
        () => {
          mkdirSync(path.join(broken, 'postgres/cluster'), { recursive: true });
          return broken;
        },
        /PG_VERSION.*DATA_DIR/,
      ],
      [
        'the cluster is broken',
        () => {
          const file = path.join(broken, 'postgres/cluster/PG_VERSION');
          writeFileSync(file, '18\n');
          writeFileSync(path.join(broken, 'postgres/password'), 'x');
          return broken;
        },
        /PostgreSQL did not start: /,
      ],
    ];
    for (const [what, prepare, sentence] of cases) {
      await t.test(what, async () => {
        const program = run({ DATA_DIR: prepare(), PORT: '0' });
        assert.equal(await program.ended, 1);
        assertSentence(program, sentence);
      });
    }
  });

  it('stops at once when it is asked to while the database does not answer', async (t) => {
    const silent = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1');
    t.after(() => silent.close());
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    const connected = once(silent, 'connection');
    const program = run({
      DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/x`,
      APP_KEY: 'x'.repeat(32),
      PORT: '0',
    });
    const [socket] = (await connected) as [Socket];
    t.after(() => socket.destroy());
    program.child.kill('SIGINT');
    assert.equal(await Promise.race([program.ended, sleep(5000, 'still there', { ref: false })]), 0);
    assert.match(program.said(), /Stopping/);
  });

  it('stops in the middle of its first start, leaves no process, and starts again', async () => {
    const environment = demo({ DATA_DIR: path.join(directory, 'interrupted') });
    for (const step of ['Creating the database', 'Applied']) {
      const program = run(environment);
      while (!program.said().includes(step) && program.child.exitCode === null) await sleep(10);
      program.child.kill('SIGTERM');
      assert.equal(await program.ended, 0, program.said());
      await gone(path.join(directory, 'interrupted'));
    }
    const program = run(environment);
    assert.equal((await fetch(`${await addressOf(program)}/readyz`)).status, 200);
    program.child.kill('SIGINT');
    assert.equal(await program.ended, 0);
  });

  it('knows its commands', async () => {
    const program = run(demo(), 'frobnicate');
    assert.equal(await program.ended, 2);
    assert.match(program.said(), /migrate/);
  });
});
