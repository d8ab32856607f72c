import type { Cleanup } from './cleanup.ts';
import type { Options } from './options.ts';
import type { BenchDatabase } from './portal/database.ts';
import type { Portal } from './portal/portal.ts';
import type { LoadResult, Tasks } from './processes/messages.ts';

/** What every measurement works with. */
export interface Bench {
  readonly options: Options;
  readonly cleanup: Cleanup;
  /** Says on stderr what is going on. */
  say(step: string): void;
  /** A round of load from the one process that makes it. Throws when an answer was not the expected one. */
  load(task: Omit<Tasks['load']['task'], 'seconds'> & { seconds?: number }): Promise<LoadResult>;
}

/** A running portal and its database. */
export interface Site {
  readonly portal: Portal;
  readonly database: BenchDatabase;
}

/** Clients at once, each with a connection that stays open. */
export const CLIENTS = 16;

/** One line of the table. */
export interface Line {
  readonly what: string;
  readonly value: string;
  /** What the figure must reach, and whether it did. */
  readonly target?: { readonly text: string; readonly isMet: boolean };
}

/** What a measurement found: an object for `--json`, lines for people. */
export interface Measured {
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly Line[];
}
