import { type Jobs, openJobs } from '../../src/platform/jobs/jobs.ts';
import type { TestDatabase } from './database.ts';

/** The real queue over a test's database. Nothing works on it until {@link drain}; errors of it fail the process. */
export async function testJobs(database: TestDatabase): Promise<Jobs> {
  const jobs = await openJobs({
    url: database.appUrl,
    onError: (error) => {
      throw error;
    },
  });
  database.onEnd(() => jobs.stop());
  return jobs;
}

/** A job as it waits in the queue. */
export interface WaitingJob extends Record<string, unknown> {
  readonly name: string;
  readonly data: Record<string, unknown>;
}

/** What waits to be done, the oldest first. */
export function waitingJobs(database: TestDatabase): Promise<WaitingJob[]> {
  return database.owner.sql<WaitingJob>(
    "select name, data from pgboss.job where state = 'created' order by created_on, name",
  );
}
