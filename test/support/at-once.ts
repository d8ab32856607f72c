import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from './database.ts';

/**
 * Starts all verbs while this statement's rows are locked, waits until each of them waits for somebody, and lets
 * them go: they meet in the database and not one after the other.
 */
export async function allAtOnce<T>(
  { owner }: TestDatabase,
  lock: { sql: string; values?: readonly unknown[] },
  verbs: readonly (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  let running: Promise<PromiseSettledResult<T>[]> | undefined;
  await owner.transaction(undefined, async (tx) => {
    const locked = await tx.sql(lock.sql, lock.values);
    if (locked.length === 0) throw new Error('the statement locks no row, so nobody would wait');
    running = Promise.allSettled(verbs.map((verb) => verb()));
    for (let waiting = 0; waiting < verbs.length; await sleep(2)) {
      const [row] = await owner.sql<{ waiting: number }>(
        `select count(distinct pid)::int as waiting from pg_locks join pg_stat_activity using (pid)
         where not granted and datname = current_database()`,
      );
      waiting = row?.waiting ?? 0;
    }
  });
  return running ?? [];
}

/** What came of them: the results of those that went well, the reasons of the others. */
export function outcomes<T>(settled: readonly PromiseSettledResult<T>[]): { done: T[]; failed: unknown[] } {
  return {
    done: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    failed: settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])),
  };
}
