import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../db/database.ts';

/** What a process counts and measures, for whoever watches it. */
export interface Metrics {
  /** One answered request; `route` is the pattern and never the address. */
  request(seen: { method: string; route: string; status: number; seconds: number }): void;
  /** One job that was worked on. */
  job(seen: { name: string; ok: boolean; seconds: number }): void;
  /** Everything in Prometheus text, with its content type. */
  scrape(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Seconds: a page takes some milliseconds, a PDF some tenths. */
const REQUEST_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const JOB_BUCKETS = [0.01, 0.1, 0.5, 1, 5, 30, 120];

/**
 * Begins to measure. Requests and jobs are counted as they come; the process, the pool and the queues are looked at when
 * somebody scrapes.
 * @param db for the queues; what it cannot answer is left out of the scrape
 */
export function openMetrics(db: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Answered requests by route pattern',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: REQUEST_BUCKETS,
    registers: [registry],
  });
  const jobs = new Histogram({
    name: 'portal_job_duration_seconds',
    help: 'Jobs that this process has worked on',
    labelNames: ['job', 'outcome'] as const,
    buckets: JOB_BUCKETS,
    registers: [registry],
  });
  new Gauge({
    name: 'portal_database_connections',
    help: 'Connections of this process by what they do, and requests that wait for one',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      const { total, idle, waiting } = db.stats();
      this.set({ state: 'busy' }, total - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  new Gauge({
    name: 'portal_jobs',
    help: 'Jobs in the queue by their state; the same in every process',
    labelNames: ['job', 'state'] as const,
    registers: [registry],
    async collect() {
      this.reset();
      for (const { name, state, count } of await queueCounts(db)) this.set({ job: name, state }, count);
    },
  });
  return {
    request: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    job: ({ name, ok, seconds }) => jobs.observe({ job: name, outcome: ok ? 'done' : 'failed' }, seconds),
    scrape: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

/** A database that does not answer must not hide what the process says of itself. */
async function queueCounts(db: Database) {
  try {
    return await db.sql<{ name: string; state: string; count: number }>(
      `select name, state::text as state, count(*)::int as count from pgboss.job
       where state in ('created', 'retry', 'active', 'failed') group by 1, 2`,
    );
  } catch {
    return [];
  }
}
