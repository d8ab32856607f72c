import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '../../../test/support/database.ts';
import { defineJob, handlerFor, type Jobs, migrateJobs, openJobs } from './jobs.ts';

const database = await testDatabase();
const { app, owner } = database;
const greet = defineJob<{ word: string }>('test.greet');
const answer = defineJob<{ word: string }>('test.answer');
await migrateJobs(database.ownerUrl, [greet, answer]);

/** A connection to the queue, as each process of an installation has one; it remembers its errors. */
async function open(): Promise<Jobs & { errors: Error[] }> {
  const errors: Error[] = [];
  const jobs = await openJobs({ url: database.appUrl, onError: (error) => errors.push(error) });
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) await jobs.stop();
    isStopped = true;
  };
  database.onEnd(stop);
  return { ...jobs, stop, errors };
}
const enqueue = (jobs: Jobs, ...words: string[]) =>
  app.transaction(undefined, async (tx) => {
    for (const word of words) await jobs.enqueue(tx, greet, { word });
  });
const states = () =>
  owner.sql<{ word: string; state: string; retry_count: number }>(
    "select data ->> 'word' as word, state::text, retry_count from pgboss.job where name like 'test.%' order by created_on",
  );
async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let waited = 0; !(await isSo()); waited += 20) {
    if (waited > 10_000) assert.fail(`waited ten seconds for ${what}`);
    await sleep(20);
  }
}

beforeEach(() => owner.sql("delete from pgboss.job where name like 'test.%'"));

describe('a job', () => {
  it('is there when its transaction is committed, and only then', async () => {
    const jobs = await open();
    await enqueue(jobs, 'kept');
    await assert.rejects(
      app.transaction(undefined, async (tx) => {
        await jobs.enqueue(tx, greet, { word: 'lost' });
        throw new Error('no');
      }),
    );
    assert.deepEqual(
      (await states()).map(({ word }) => word),
      ['kept'],
    );
  });

  it('of a kind that nobody has announced fails the transaction', async () => {
    const jobs = await open();
    await assert.rejects(app.transaction(undefined, (tx) => jobs.enqueue(tx, defineJob('test.unknown'), {})));
  });

  it('carries whatever words it was given', async () => {
    const jobs = await open();
    const words = [`'; drop table pgboss.job; -- \u{1F4EE} <script> "\\`, 'ä'.repeat(10_000)];
    await enqueue(jobs, ...words);
    const seen: string[] = [];
    await jobs.drain([handlerFor(greet, async ({ word }) => void seen.push(word))]);
    assert.deepEqual(seen.toSorted(), words.toSorted());
  });
});

describe('draining', () => {
  it('does everything that waits, also what comes of it, and counts', async () => {
    const jobs = await open();
    await enqueue(jobs, 'one', 'two');
    const seen: string[] = [];
    const done = await jobs.drain([
      handlerFor(answer, async ({ word }) => void seen.push(`answer ${word}`)),
      handlerFor(greet, async ({ word }) => {
        seen.push(word);
        await app.transaction(undefined, (tx) => jobs.enqueue(tx, answer, { word }));
      }),
    ]);
    assert.equal(done, 4);
    assert.deepEqual(seen.toSorted(), ['answer one', 'answer two', 'one', 'two']);
    assert.equal(await jobs.drain([handlerFor(greet, async () => {})]), 0);
    assert.ok((await states()).every(({ state }) => state === 'completed'));
  });
});

describe('working', () => {
  it('does every job once, whatever number of processes work', async () => {
    const [one, other] = [await open(), await open()];
    const words = Array.from({ length: 30 }, (_, index) => `word ${index}`);
    await enqueue(one, ...words);
    const seen: string[] = [];
    const began = performance.now();
    for (const jobs of [one, other]) {
      await jobs.work([
        handlerFor(greet, async ({ word }) => {
          seen.push(word);
          await sleep(2);
        }),
      ]);
    }
    await until(async () => (await states()).every(({ state }) => state === 'completed'), 'thirty jobs');
    // one after the other without a pause, not one per look into the queue
    assert.ok(performance.now() - began < 5000, `${performance.now() - began} ms`);
    await Promise.all([one.stop(), other.stop()]);
    assert.deepEqual(seen.toSorted(), words.toSorted());
    assert.deepEqual([...one.errors, ...other.errors], []);
  });

  it('tries again what failed, under the same id, and says why it failed', async () => {
    const jobs = await open();
    const ids: string[] = [];
    await enqueue(jobs, 'stubborn');
    await jobs.work([
      handlerFor(greet, async (_, id) => {
        ids.push(id);
        if (ids.length === 1) throw new Error('mail server is away');
      }),
    ]);
    await until(async () => (await states())[0]?.state === 'retry', 'the failure');
    assert.deepEqual(
      jobs.errors.map(({ message }) => message),
      ['mail server is away'],
    );
    const [waiting] = await owner.sql<{ pause: number; limit: number }>(
      "select extract(epoch from start_after - now())::int as pause, retry_limit as limit from pgboss.job where name = 'test.greet'",
    );
    assert.ok(waiting && waiting.pause >= 2 && waiting.pause <= 60, `pause of ${waiting?.pause} s`);
    assert.equal(waiting.limit, 8);
    await owner.sql("update pgboss.job set start_after = now() where name = 'test.greet'");
    await until(async () => (await states())[0]?.state === 'completed', 'the second attempt');
    assert.equal(ids.length, 2);
    assert.equal(new Set(ids).size, 1);
    await jobs.stop();
  });

  it('finishes what it has begun before it stops, and begins nothing more', async () => {
    const jobs = await open();
    const seen: string[] = [];
    let begun = false;
    await enqueue(jobs, 'long', 'never begun');
    await jobs.work([
      handlerFor(greet, async ({ word }) => {
        begun = true;
        await sleep(300);
        seen.push(word);
      }),
    ]);
    await until(() => begun, 'the first job');
    await jobs.stop();
    assert.equal(seen.length, 1);
    assert.deepEqual((await states()).map(({ state }) => state).toSorted(), ['completed', 'created']);
  });
});

describe('preparing the queue', () => {
  it('can be repeated, and done by two programs at once', async (t) => {
    const fresh = await testDatabase(t);
    await migrateJobs(fresh.ownerUrl, [greet]);
    await fresh.owner.sql('drop schema pgboss cascade');
    await Promise.all([
      migrateJobs(fresh.ownerUrl, [greet, answer]),
      migrateJobs(fresh.ownerUrl, [greet, answer]),
    ]);
    const jobs = await openJobs({ url: fresh.appUrl, onError: (error) => assert.fail(error) });
    await fresh.app.transaction(undefined, (tx) => jobs.enqueue(tx, answer, { word: 'x' }));
    assert.equal(await jobs.drain([handlerFor(answer, async () => {})]), 1);
    await jobs.stop();
  });
});
