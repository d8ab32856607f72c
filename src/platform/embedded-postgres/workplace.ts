import { openSync } from 'node:fs';
import path from 'node:path';
import { type Account, canReach } from './account.ts';
import { PostgresCannotRun } from './cannot-run.ts';

/** How PostgreSQL's programs are started: as whom, with which environment, and where they find the data. */
export interface Workplace {
  readonly account: Account | undefined;
  /** An open descriptor of the directory, handed to every program as number 3. */
  readonly directoryHandle: number;
  readonly environment: Readonly<Record<string, string>>;
  /** The path under which the programs reach a file of the directory. */
  seenByPostgres(file: string): string;
}

/** Decides how the programs reach `directory`. */
export function openWorkplace(directory: string, account: Account | undefined): Workplace {
  const reachable = canReach(account, directory);
  if (!reachable && process.platform !== 'linux') {
    throw new PostgresCannotRun(
      `PostgreSQL does not run as root, and its account cannot reach ${directory}. Choose another DATA_DIR.`,
    );
  }
  // Root's home is closed to the account, but an inherited descriptor of a folder inside is a way in
  // to that folder alone, without opening the home to anybody.
  const base = reachable ? directory : '/proc/self/fd/3';
  return {
    account,
    directoryHandle: openSync(directory, 'r'),
    // A fixed environment: neither the user's locale nor stray PG… variables may shape the cluster.
    environment: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' },
    seenByPostgres: (file) => path.join(base, path.relative(directory, file)),
  };
}
