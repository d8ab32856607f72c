import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { PostgresCannotRun } from './cannot-run.ts';
import type { Layout } from './layout.ts';
import type { Workplace } from './workplace.ts';

const unfinishedPrefix = 'creating-';

/** Creates the folder that holds everything; the account may pass through it but not change it. */
export function prepareDirectory(layout: Layout, account: Account | undefined): void {
  makeDirectory(layout.directory);
  const ourselves = process.getuid?.();
  if (ourselves !== 0 && ourselves !== statSync(layout.directory).uid) {
    throw new PostgresCannotRun(
      `${layout.directory} belongs to another user. Run the program as that user or choose another DATA_DIR.`,
    );
  }
  chmodSync(layout.directory, account ? 0o711 : 0o700);
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new PostgresCannotRun(
      `The data directory cannot be made: ${(error as Error).message}. Choose another DATA_DIR.`,
      { cause: error },
    );
  }
}

/** Whether a cluster is there; refuses one that another major version of PostgreSQL made. */
export function clusterExists(layout: Layout, binaries: Binaries): boolean {
  if (!existsSync(layout.cluster)) return false;
  const made = readVersion(layout);
  if (made !== binaries.major) {
    throw new PostgresCannotRun(
      `${layout.cluster} was made by PostgreSQL ${made}, this program brings ${binaries.major}. ` +
        'Restore a backup into a new data directory, or go back to the older program.',
    );
  }
  if (!existsSync(layout.passwordFile)) {
    throw new PostgresCannotRun(
      `${layout.passwordFile} is missing; without it the database in ${layout.cluster} stays closed.`,
    );
  }
  return true;
}

function readVersion(layout: Layout): string {
  try {
    return readFileSync(path.join(layout.cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw new PostgresCannotRun(
      `${layout.cluster} cannot be read as a database: ${(error as Error).message}. ` +
        'Restore a backup into a new data directory, or choose another DATA_DIR.',
      { cause: error },
    );
  }
}

/** Runs initdb in a folder of its own and renames it: the cluster exists completely or not at all. */
export async function createCluster(
  layout: Layout,
  binaries: Binaries,
  workplace: Workplace,
  durable: boolean,
): Promise<void> {
  removeUnfinished(layout);
  ensurePassword(layout, workplace.account);
  const unfinished = mkdtempSync(path.join(layout.directory, unfinishedPrefix));
  if (workplace.account) chownSync(unfinished, workplace.account.uid, workplace.account.gid);
  const args = ['-D', workplace.seenByPostgres(unfinished), '-U', 'postgres'];
  args.push('--auth=scram-sha-256', `--pwfile=${workplace.seenByPostgres(layout.passwordFile)}`);
  args.push('--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums');
  args.push('--no-instructions');
  if (!durable) args.push('--no-sync');
  const initdb = spawn(binaries.initdb, args, {
    ...workplace.account,
    cwd: '/',
    env: workplace.environment,
    stdio: ['ignore', 'ignore', 'pipe', workplace.directoryHandle],
  });
  // A program that is stopped in its first start must not leave it behind.
  const endWithProgram = () => initdb.kill();
  process.once('exit', endWithProgram);
  if (!initdb.stderr) throw new Error('initdb could not be started');
  const [complaint, [code]] = await Promise.all([text(initdb.stderr), once(initdb, 'close')]);
  process.off('exit', endWithProgram);
  if (code !== 0) throw new PostgresCannotRun(`initdb failed in ${layout.directory}: ${complaint.trim()}`);
  renameSync(unfinished, layout.cluster);
  // Without this a power cut could undo the rename, and the next start would take the data for a leftover.
  if (durable) for (const folder of [layout.directory, path.dirname(layout.directory)]) syncFolder(folder);
}

/** The superuser's password. */
export function readPassword(layout: Layout): string {
  return readFileSync(layout.passwordFile, 'utf8').trim();
}

function ensurePassword(layout: Layout, account: Account | undefined): void {
  if (existsSync(layout.passwordFile) && readPassword(layout) !== '') return;
  writeFileSync(layout.passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flush: true });
  if (account) chownSync(layout.passwordFile, account.uid, account.gid);
}

function removeUnfinished(layout: Layout): void {
  for (const name of readdirSync(layout.directory)) {
    if (!name.startsWith(unfinishedPrefix)) continue;
    try {
      rmSync(path.join(layout.directory, name), { recursive: true, force: true });
    } catch {
      // An initdb whose program was killed may still be writing there; the next first start tidies up.
    }
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
