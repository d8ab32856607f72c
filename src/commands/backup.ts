import { open, rename, rm } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { allJobs } from '../jobs.ts';
import { backUp, restore, UnusableBackup } from '../platform/backup/index.ts';
import { migrate, UnknownMigration } from '../platform/db/migrate.ts';
import { migrateJobs } from '../platform/jobs/jobs.ts';
import { CannotStart } from './cannot-start.ts';
import { makeClosers } from './closers.ts';
import { openServer } from './installation.ts';

/** Writes a backup to a file, or to standard output where it is encrypted and taken away. */
export async function backup(config: Config, [file, ...more]: readonly string[]): Promise<void> {
  if (!file || more.length > 0)
    throw new CannotStart('Usage: bin/portal backup FILE   (- is standard output)');
  const closers = makeClosers(() => {});
  const tell = (text: string) => process.stderr.write(`${text}\n`);
  try {
    const server = await openServer(config, () => {});
    closers.add('PostgreSQL', () => server.close());
    const now = Temporal.Now.instant();
    if (file === '-') {
      const { tables, rows } = await backUp(server.ownerUrl, process.stdout, now);
      tell(`${rows} rows of ${tables} tables.`);
      return;
    }
    // complete or not there at all, and readable by its owner alone
    const unfinished = `${file}.part`;
    try {
      const handle = await open(unfinished, 'w', 0o600);
      const target = handle.createWriteStream({ flush: true });
      const { tables, rows } = await backUp(server.ownerUrl, target, now);
      await rename(unfinished, file);
      tell(
        `${rows} rows of ${tables} tables are in ${file}. Keep APP_KEY apart from it: without it secrets stay sealed.`,
      );
    } catch (error) {
      await rm(unfinished, { force: true });
      throw inWords(error);
    }
  } finally {
    await closers.closeAll();
  }
}

/** Fills an empty database with a backup. */
export async function restoreCommand(config: Config, [file, ...more]: readonly string[]): Promise<void> {
  if (!file || more.length > 0)
    throw new CannotStart('Usage: bin/portal restore FILE   (- is standard input)');
  const closers = makeClosers(() => {});
  try {
    const server = await openServer(config, (step) => process.stderr.write(`${step}\n`), { mayBeNew: true });
    closers.add('PostgreSQL', () => server.close());
    const { ownerUrl } = server;
    const source = file === '-' ? process.stdin : (await open(file, 'r')).createReadStream();
    const { takenAt, tables, rows } = await restore(source, {
      ownerUrl,
      migrate: (only) => migrate(ownerUrl, only),
      prepareJobs: () => migrateJobs(ownerUrl, allJobs),
    });
    process.stdout.write(
      `${rows} rows of ${tables} tables are back, as they were at ${takenAt}. Everybody signs in anew.\n`,
    );
  } catch (error) {
    throw inWords(error);
  } finally {
    await closers.closeAll();
  }
}

/** What the administrator can mend is said in a sentence. */
function inWords(error: unknown): unknown {
  const isExpected =
    error instanceof UnusableBackup ||
    error instanceof UnknownMigration ||
    /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? '');
  return isExpected ? new CannotStart((error as Error).message) : error;
}
