import pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Transaction } from '../db/database.ts';
import type { Tracing } from '../tracing/index.ts';

const SCHEMA = 'pgboss';

/** A kind of work that happens after the transaction that asked for it. Its handler lives elsewhere. */
export interface Job<Payload extends object> {
  readonly name: string;
  /** Enqueued by the clock: five fields, on the clock of SCHEDULE_TIME_ZONE. */
  readonly cron?: string | undefined;
  /** Only for the type: a job is enqueued and handled with the same payload. */
  readonly payload?: Payload;
}

/** Names a kind of work; defined beside the verb that causes it, so that enqueuing never loads the handler. */
export function defineJob<Payload extends object>(
  name: string,
  schedule: { cron?: string } = {},
): Job<Payload> {
  return { name, cron: schedule.cron };
}

/** Schedules mean what a clock on the wall shows, also when it changes. */
const SCHEDULE_TIME_ZONE = 'Europe/Berlin';

/** `id` is the same when a job runs again after a crash: effects outside the database use it as their key. */
export interface JobHandler {
  readonly job: Job<object>;
  handle(payload: object, id: string): Promise<void>;
}

/** Pairs a job with what it does. */
export function handlerFor<Payload extends object>(
  job: Job<Payload>,
  handle: (payload: Payload, id: string) => Promise<void>,
): JobHandler {
  return { job, handle: (payload, id) => handle(payload as Payload, id) };
}

export interface Jobs {
  /** Enqueues in the transaction: the job exists if and only if the transaction commits. */
  enqueue<Payload extends object>(tx: Transaction, job: Job<Payload>, payload: Payload): Promise<void>;
  /** Lets jobs of a queue that have failed for good be tried once more; says how many of these there were. */
  retry(tx: Transaction, name: string, ids: readonly string[]): Promise<number>;
  /** Starts to work on the jobs of these handlers until {@link Jobs.stop}. */
  work(handlers: readonly JobHandler[]): Promise<void>;
  /** Works on everything that waits, once, and returns how many jobs that were; for tests and the demo. */
  drain(handlers: readonly JobHandler[]): Promise<number>;
  /** Lets running jobs finish (ten seconds at most), takes no new ones. */
  stop(): Promise<void>;
}

/**
 * Creates the tables of the queue and a queue per job; run by the owner, together with the migrations, because
 * the portal's role may not change the structure.
 */
export async function migrateJobs(ownerUrl: string, jobs: readonly Job<object>[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Two programs that start at once take turns: grants of the same tables at once fail.
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await createQueues(ownerUrl, jobs);
    await client.query(`
      grant usage on schema ${SCHEMA} to portal_app, portal_desk;
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to portal_app, portal_desk;
      grant execute on all functions in schema ${SCHEMA} to portal_app, portal_desk`);
  } finally {
    await client.end();
  }
}

/** Arbitrary, but must never change. */
const LOCK = 7_260_413;

async function createQueues(ownerUrl: string, jobs: readonly Job<object>[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    max: 2,
    ...quiet,
    registerInstance: false,
  });
  boss.on('error', () => {});
  await boss.start();
  const known = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const { name, cron } of jobs) {
    if (known.has(name)) continue;
    await boss.createQueue(name, { retryLimit: 8, retryBackoff: true, retryDelay: 5, retryDelayMax: 3600 });
    if (cron) await boss.schedule(name, cron, {}, { tz: SCHEDULE_TIME_ZONE });
  }
  await boss.stop({ graceful: false });
}

// Only the process that supervises looks at schedules; see openJobs.
const quiet = { schedule: false, supervise: false } as const;

/** Connects to the queue. `supervise` expires and deletes old jobs and enqueues the scheduled ones; several processes
 * may do it, they agree through the database. */
export async function openJobs(options: {
  url: string;
  role?: string;
  supervise?: boolean;
  onError: (error: Error) => void;
  /** Hears of every job that {@link Jobs.work} has done or failed at. */
  onDone?: (seen: { name: string; ok: boolean; seconds: number }) => void;
  /** Where each job is written down as a trace; undefined: nowhere. */
  tracing?: Pick<Tracing, 'trace'> | undefined;
}): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: options.url,
    schema: SCHEMA,
    max: 2,
    application_name: 'kundenportal-jobs',
    migrate: false,
    createSchema: false,
    ...quiet,
    supervise: options.supervise ?? false,
    schedule: options.supervise ?? false,
    reindex: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  });
  boss.on('error', options.onError);
  await boss.start();

  const perform = ({ job, handle }: JobHandler, data: object, id: string): Promise<void> =>
    options.tracing
      ? options.tracing.trace(
          { kind: 'job', name: `job ${job.name}`, facts: { 'portal.job': job.name, 'portal.job_id': id } },
          () => handle(data, id),
        )
      : handle(data, id);
  const within = (tx: Transaction) => ({
    db: {
      executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.sql(text, values ?? []) }),
    },
  });
  return {
    async enqueue(tx, job, payload) {
      await boss.send(job.name, payload, within(tx));
    },
    async retry(tx, name, ids) {
      // what it answers with has no type of its own
      const { affected } = (await boss.retry(name, [...ids], within(tx))) as { affected: number };
      return affected;
    },
    async work(handlers) {
      for (const handler of handlers) {
        const { job } = handler;
        let worker: string | undefined;
        const pace = { pollingIntervalSeconds: 1, batchSize: 1 };
        worker = await boss.work<object>(job.name, pace, async (batch) => {
          const began = performance.now();
          let ok = false;
          try {
            for (const { data, id } of batch) await perform(handler, data, id);
            ok = true;
          } catch (error) {
            options.onError(error as Error);
            throw error;
          } finally {
            options.onDone?.({ name: job.name, ok, seconds: (performance.now() - began) / 1000 });
            // there may be more: without this the next one would wait for the next second
            if (worker) boss.notifyWorker(worker);
          }
        });
      }
    },
    async drain(handlers) {
      let done = 0;
      for (let found = true; found; ) {
        found = false;
        for (const handler of handlers) {
          const { name } = handler.job;
          for (const { data, id } of await boss.fetch<object>(name, { batchSize: 50 })) {
            await perform(handler, data, id);
            await boss.complete(name, id);
            found = true;
            done += 1;
          }
        }
      }
      return done;
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
