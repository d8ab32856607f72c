import { DatabaseError } from 'pg';
import { ConfigError } from '../config.ts';
import { DataDirectoryInUse, PostgresCannotRun } from '../platform/embedded-postgres/index.ts';
import { CannotStart } from './cannot-start.ts';

/** What the administrator can mend; everything else is a fault of the program, and its stack helps to find it. */
const EXPECTED = [ConfigError, CannotStart, DataDirectoryInUse, PostgresCannotRun];

/** Classes and codes of PostgreSQL's refusals that are about logins, names, rights and limits, not about a statement. */
const REFUSED_BY_SETUP = /^(28|53|57P|3D000|42501)/;

/** The sentence that tells an administrator why a command could not do its work; undefined for a fault. */
export function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (EXPECTED.some((expected) => error instanceof expected)) return error.message;
  // a migration that is not allowed to do what it does
  const cause = error.cause instanceof DatabaseError ? error.cause : error;
  if (cause instanceof DatabaseError && REFUSED_BY_SETUP.test(cause.code ?? ''))
    return `The database refuses: ${error.message}. ${LOOK_AT_URLS}`;
  // a name that stands for several addresses fails once for each of them
  const { code, syscall, path, message } = systemErrorOf(error);
  if (syscall === 'connect' || syscall === 'getaddrinfo' || code === 'ECONNRESET')
    return `The database cannot be reached: ${message}. ${LOOK_AT_URLS}`;
  if (message === 'timeout expired') return `The database does not answer. ${LOOK_AT_URLS}`;
  if (code === 'ERR_INVALID_URL') return `The address of the database cannot be read. ${LOOK_AT_URLS}`;
  return syscall && path ? `${message}. Look at what the file or folder is and who may use it.` : undefined;
}

const LOOK_AT_URLS = 'Look at DATABASE_URL and DATABASE_OWNER_URL.';

const systemErrorOf = (error: Error): NodeJS.ErrnoException =>
  error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
