import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchDatabase } from './database.ts';

/** A statement as the portal's connection sent it. Values are text, as PostgreSQL reads any of them. */
export interface Statement {
  readonly text: string;
  readonly values: readonly (string | null)[];
  /** Parsed once per connection and then called by a name. */
  readonly prepared: boolean;
  /** The connection that ran it. */
  readonly connection: string;
}

/** Runs `work` and returns the statements that the portal's own connections ran meanwhile. */
export type Recorder = (work: () => Promise<void>) => Promise<Statement[]>;

const MARK = '@@';
const APPLICATION = 'kundenportal';

/** Switches PostgreSQL's log of statements on while `use` runs: the portal is recorded, not asked. */
export async function withRecorder<Result>(
  { superuser, logFile }: BenchDatabase,
  use: (record: Recorder) => Promise<Result>,
): Promise<Result> {
  const set = async (sql: string[]) => {
    for (const one of sql) await superuser.query(one);
    await superuser.query('select pg_reload_conf()');
    // Idle connections read their settings when the signal arrives.
    await sleep(300);
  };
  await set([`alter system set log_line_prefix = '${MARK}%a %p '`, `alter system set log_statement = 'all'`]);
  try {
    return await use(async (work) => {
      const from = statSync(logFile).size;
      await work();
      return parseLog(readFrom(logFile, from));
    });
  } finally {
    await set(['alter system reset log_line_prefix', 'alter system reset log_statement']);
  }
}

function readFrom(file: string, position: number): string {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(fstatSync(handle).size - position);
    readSync(handle, buffer, 0, buffer.length, position);
    return buffer.toString('utf8');
  } finally {
    closeSync(handle);
  }
}

/** Each entry begins with our mark; further lines of a statement are indented by one tab. */
export function parseLog(log: string): Statement[] {
  const statements: (Statement & { values: readonly (string | null)[] })[] = [];
  for (const entry of log.split(new RegExp(`^${MARK}`, 'm'))) {
    const parts = /^(\S+) (\d+) (LOG|DETAIL): {2}([\s\S]*)$/.exec(entry.trimEnd().replaceAll('\n\t', '\n'));
    const [, application, connection = '', kind, message = ''] = parts ?? [];
    if (application !== APPLICATION) continue;
    const [, how, text] = /^(statement|execute [^:]+): ([\s\S]*)$/.exec(message) ?? [];
    if (kind === 'LOG' && how !== undefined && text !== undefined) {
      statements.push({ text, values: [], prepared: how !== 'statement', connection });
    }
    if (kind === 'DETAIL') {
      const last = statements.findLast((statement) => statement.connection === connection);
      if (last) last.values = parseValues(message);
    }
  }
  return statements;
}

/** `Parameters: $1 = 'it''s', $2 = NULL`. */
function parseValues(detail: string): (string | null)[] {
  return [...detail.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(
    ([, quoted]) => quoted?.replaceAll("''", "'") ?? null,
  );
}
