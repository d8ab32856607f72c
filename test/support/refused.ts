import assert from 'node:assert/strict';
import { type Refusal, type RefusalCode, Refused } from '../../src/domain/refusal.ts';
import type { TestDatabase } from './database.ts';

/** Fails unless the verb refuses so: with this code, or with exactly this refusal. */
export async function assertRefused(verb: Promise<unknown>, expected: RefusalCode | Refusal): Promise<void> {
  const outcome = await verb.then(
    () => 'no refusal',
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal;
      throw error;
    },
  );
  if (typeof outcome === 'string') return assert.fail(`expected a refusal: ${JSON.stringify(expected)}`);
  if (typeof expected === 'string') assert.equal(outcome.code, expected, JSON.stringify(outcome));
  // Instants have no properties of their own: as objects they would all be equal.
  else assert.deepEqual(plain(outcome), plain(expected));
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What every table holds, the queue too, as one hash per table. */
export async function contentsOf({ owner }: TestDatabase): Promise<Record<string, string>> {
  const tables = await owner.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'public' or (schemaname, tablename) = ('pgboss', 'job') order by 1`,
  );
  const hashes = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await owner.sql<{ hash: string }>(
        `select count(*) || ' rows, ' || md5(string_agg(t::text, e'\\n' order by t::text)) as hash from ${name} t`,
      );
      return [name, row?.hash ?? 'empty'] as const;
    }),
  );
  return Object.fromEntries(hashes);
}

/** Fails when the work changes a row anywhere. */
export async function assertUnchanged(database: TestDatabase, work: () => Promise<unknown>): Promise<void> {
  const before = await contentsOf(database);
  await work();
  assert.deepEqual(await contentsOf(database), before);
}
