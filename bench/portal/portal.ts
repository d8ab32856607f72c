import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freeLoopbackPort } from '../../src/platform/embedded-postgres/free-port.ts';
import type { Cleanup } from '../cleanup.ts';
import { descendants } from './processes.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** So that it ends with us also when we are killed. */
const END_WITH_PARENT = pathToFileURL(path.join(ROOT, 'scripts/lib/end-with-parent.mjs')).href;
const LONGEST_START = 120_000;
const LONGEST_STOP = 20_000;
/** Between two looks whether it is ready. */
const POLL_MS = 5;

/** The real program, started as `bin/portal serve` on a data directory. */
export interface Portal {
  readonly port: number;
  readonly dataDirectory: string;
  /** The process that answers requests, not the script that started it. */
  readonly pid: number;
  /** From starting the command until it answered that it is ready. */
  readonly secondsToReady: number;
  stop(): Promise<void>;
}

/** Starts the portal and waits until it is ready. What it prints is kept, and shown when it fails. */
export async function startPortal(cleanup: Cleanup, dataDirectory: string): Promise<Portal> {
  const port = await freeLoopbackPort();
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', END_WITH_PARENT, path.join(ROOT, 'bin/portal'), 'serve'],
    {
      cwd: ROOT,
      env: programEnvironment({ PORT: `${port}`, DATA_DIR: dataDirectory }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C is for us; we stop the portal in our own order.
      detached: true,
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      printed += text;
    });
  }
  const exited = once(child, 'exit');
  let hasExited = false;
  void exited.then(() => {
    hasExited = true;
  });
  const stop = cleanup.add(async () => {
    const processes = descendants(child.pid ?? 0);
    child.kill('SIGTERM');
    await Promise.race([exited, sleep(LONGEST_STOP, undefined, { ref: false })]);
    if (hasExited) return;
    for (const { pid } of processes) process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    throw new Error(`the portal did not end in ${LONGEST_STOP / 1000} s and was killed`);
  });
  while (!(await isReady(port))) {
    if (hasExited || performance.now() - began > LONGEST_START) {
      await stop();
      throw new Error(`The portal did not start:\n${printed}`);
    }
    await sleep(POLL_MS);
  }
  const secondsToReady = (performance.now() - began) / 1000;
  const app = descendants(child.pid ?? 0).find(({ command }) => command.includes('src/main.ts'));
  if (!app) throw new Error('The process of the portal cannot be found');
  return { port, dataDirectory, pid: app.pid, secondsToReady, stop };
}

/** Only what the program needs: settings of the developer's own portal must not change what is measured. */
function programEnvironment(settings: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'NODE_OPTIONS'];
  return {
    ...Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    ...settings,
  };
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('error', () => resolve(false));
  });
}
