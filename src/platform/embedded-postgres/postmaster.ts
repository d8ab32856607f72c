import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { PostgresCannotRun } from './cannot-run.ts';
import type { Layout } from './layout.ts';
import { clearLeftover } from './leftover.ts';
import { logLength, logSince, openLog } from './log-file.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { clusterName } from './processes.ts';
import { watchdogScript } from './watchdog.ts';
import type { Workplace } from './workplace.ts';

const pollInterval = 4;

/** A running PostgreSQL server. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Settles with the last lines of the log when the server ends without `stop` having been called. */
  readonly exited: Promise<string>;
  stop(): Promise<void>;
}

/** The server ended before it was ready; `log` says why. */
export class PostmasterDidNotStart extends PostgresCannotRun {
  readonly log: string;

  constructor(log: string) {
    super(`PostgreSQL did not start: ${log}`);
    this.name = 'PostmasterDidNotStart';
    this.log = log;
  }
}

/**
 * Starts PostgreSQL on a port and waits until it accepts connections; `onSpawned` is called before the waiting.
 * @throws {PostmasterDidNotStart} when it gives up.
 */
export async function startPostmaster(
  layout: Layout,
  binaries: Binaries,
  workplace: Workplace,
  options: {
    port: number;
    settings: Readonly<Record<string, string | number>>;
    onSpawned?: (() => void) | undefined;
  },
): Promise<Postmaster> {
  const { port, settings, onSpawned } = options;
  const logBefore = logLength(layout.logFile);
  const watchdog = spawnUnderWatchdog(layout, workplace, [
    ...[binaries.postgres, '-D', workplace.seenByPostgres(layout.cluster), '-p', `${port}`],
    ...asArguments({ ...settings, cluster_name: clusterName(layout.cluster) }),
  ]);
  onSpawned?.();
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    watchdog.once('exit', resolve).once('error', resolve);
  }).then(() => {
    hasEnded = true;
  });
  const pid = await announcedPid(watchdog);
  while (!isReady(layout.cluster, pid)) {
    if (hasEnded) throw new PostmasterDidNotStart(logSince(layout.logFile, logBefore));
    await sleep(pollInterval);
  }

  let stopping: Promise<void> | undefined;
  const exited = new Promise<string>((resolve) => {
    void ended.then(() => {
      if (!stopping) resolve(logSince(layout.logFile, logBefore));
    });
  });
  const stop = async () => {
    // Nothing else may keep the program alive now, and it must not end before the server has.
    watchdog.ref();
    watchdog.stdin?.destroy();
    await ended;
    await clearLeftover(layout.cluster);
  };
  return {
    pid,
    port,
    exited,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function spawnUnderWatchdog(layout: Layout, workplace: Workplace, command: string[]): ChildProcess {
  const log = openLog(layout.logFile, workplace.account);
  const watchdog = spawn('/bin/sh', ['-c', watchdogScript, 'sh', ...command], {
    ...workplace.account,
    cwd: '/',
    env: workplace.environment,
    stdio: ['pipe', 'pipe', log, workplace.directoryHandle],
    // A session of its own: Ctrl-C in the terminal is for the program, which stops the server last.
    detached: true,
  });
  closeSync(log);
  watchdog.unref();
  return watchdog;
}

/** The watchdog's only line of output; not a number when it could not be started. */
async function announcedPid(watchdog: ChildProcess): Promise<number> {
  return watchdog.stdout ? Number.parseInt(await text(watchdog.stdout), 10) : Number.NaN;
}

/** The file may still be an earlier server's, hence the comparison. */
function isReady(cluster: string, pid: number): boolean {
  const file = readPostmasterFile(cluster);
  return file?.pid === pid && file.status === 'ready';
}

function asArguments(settings: Readonly<Record<string, string | number>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
