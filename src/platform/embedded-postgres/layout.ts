import path from 'node:path';

/** Where each thing lies inside the directory that belongs to one embedded PostgreSQL. */
export interface Layout {
  readonly directory: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** The superuser's password; the passwords of the other roles are derived from it. */
  readonly passwordFile: string;
  /** Exists once roles and database are complete. */
  readonly readyMark: string;
  readonly lockFile: string;
  /** The pid of the program that holds the lock, for the message to the second one. */
  readonly holderFile: string;
  readonly logFile: string;
}

/** Names the files of an embedded PostgreSQL in `directory`. */
export function layoutOf(directory: string): Layout {
  const base = path.resolve(directory);
  return {
    directory: base,
    cluster: path.join(base, 'cluster'),
    passwordFile: path.join(base, 'password'),
    readyMark: path.join(base, 'complete'),
    lockFile: path.join(base, 'program.lock'),
    holderFile: path.join(base, 'program.pid'),
    logFile: path.join(base, 'postgres.log'),
  };
}
