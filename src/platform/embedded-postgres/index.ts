import { closeSync, existsSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountForPostgres } from './account.ts';
import { type Binaries, prepareBinaries } from './binaries.ts';
import { clusterExists, createCluster, prepareDirectory, readPassword } from './cluster.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import { freeLoopbackPort } from './free-port.ts';
import { type Layout, layoutOf } from './layout.ts';
import { clearLeftover } from './leftover.ts';
import { type Postmaster, PostmasterDidNotStart, startPostmaster } from './postmaster.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { createRolesAndDatabase, urlOf } from './roles.ts';
import { settingsFor } from './settings.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

export { PostgresCannotRun } from './cannot-run.ts';
export { DataDirectoryInUse } from './data-directory-lock.ts';
export { runningPostgres } from './running.ts';

/** A PostgreSQL server that belongs to this program and ends with it. */
export interface EmbeddedPostgres {
  /** Connects as the role that owns the tables and runs migrations. */
  readonly ownerUrl: string;
  /** Connects as the role of the running portal, which row level security binds. */
  readonly appUrl: string;
  /** Whether roles and database were created by this start. */
  readonly firstStart: boolean;
  /** Settles with the last lines of its log when the server ends although nobody called `stop`. */
  readonly exited: Promise<string>;
  /** Shuts the server down cleanly; may be called more than once. */
  stop(): Promise<void>;
}

/** What a start is doing, in the order in which it happens. */
export type StartStep = 'preparing' | 'creating' | 'recovering' | 'starting';

/** How to start the embedded PostgreSQL. */
export interface StartOptions {
  /** Holds the data, the password file and the log; created when missing. */
  readonly directory: string;
  /** False gives up safety against power cuts for speed, in tests. */
  readonly durable?: boolean;
  readonly onStep?: (step: StartStep) => void;
  /** Hears that its process runs, which is some time before it is ready; again when that had to be tried again. */
  readonly onSpawned?: (() => void) | undefined;
}

/**
 * Starts the PostgreSQL of a data directory and creates it on the first start.
 * @throws {DataDirectoryInUse} when another program works with the directory.
 */
export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const { durable = true, onStep = () => {} } = options;
  onStep('preparing');
  const layout = layoutOf(options.directory);
  const account = accountForPostgres(layout.cluster);
  prepareDirectory(layout, account);
  const unlock = lockDataDirectory(layout);
  try {
    const binaries = prepareBinaries(layout.directory, account);
    const workplace = openWorkplace(layout.directory, account);
    try {
      if (!clusterExists(layout, binaries)) {
        onStep('creating');
        await createCluster(layout, binaries, workplace, durable);
      }
      if (readPostmasterFile(layout.cluster)) onStep('recovering');
      onStep('starting');
      const postmaster = await startOnFreePort(layout, binaries, workplace, options);
      return await complete(layout, postmaster, unlock);
    } finally {
      closeSync(workplace.directoryHandle);
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Tries again when the port was taken meanwhile, or remains of an earlier server are only just going away. */
async function startOnFreePort(
  layout: Layout,
  binaries: Binaries,
  workplace: Workplace,
  { durable = true, onSpawned }: StartOptions,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    await clearLeftover(layout.cluster);
    const port = await freeLoopbackPort();
    try {
      const settings = settingsFor(durable);
      return await startPostmaster(layout, binaries, workplace, { port, settings, onSpawned });
    } catch (error) {
      const passing = /could not bind|pre-existing shared memory block|lock file ".*" already exists/;
      if (!(error instanceof PostmasterDidNotStart && passing.test(error.log)) || attempt === 20) throw error;
      await sleep(20 * attempt);
    }
  }
}

async function complete(
  layout: Layout,
  postmaster: Postmaster,
  unlock: () => void,
): Promise<EmbeddedPostgres> {
  const password = readPassword(layout);
  const firstStart = !existsSync(layout.readyMark);
  try {
    if (firstStart) {
      await createRolesAndDatabase(postmaster.port, password);
      writeFileSync(layout.readyMark, 'Roles and database are complete.\n', { flush: true });
    }
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  return {
    ownerUrl: urlOf('portal_owner', postmaster.port, password),
    appUrl: urlOf('portal_app', postmaster.port, password),
    firstStart,
    exited: postmaster.exited,
    stop: () => postmaster.stop().finally(unlock),
  };
}
