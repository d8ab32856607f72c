import type { Transaction } from '../../platform/db/database.ts';

/** How much of each kind there is in one queue. */
export interface QueueState {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly retry: number;
  readonly failed: number;
  readonly completed: number;
  /** Of the one that should have run first; null when nothing is due. */
  readonly oldestDue: Temporal.Instant | null;
  readonly cron: string | null;
}

/** Every queue by its name, also those in which nothing lies. */
export function queueStates(tx: Transaction): Promise<QueueState[]> {
  return tx.sql<QueueState & Record<string, unknown>>(`
    select q.name,
      count(*) filter (where j.state = 'created')::int as waiting,
      count(*) filter (where j.state = 'active')::int as active,
      count(*) filter (where j.state = 'retry')::int as retry,
      count(*) filter (where j.state = 'failed')::int as failed,
      count(*) filter (where j.state = 'completed')::int as completed,
      min(j.start_after) filter (where j.state in ('created', 'retry') and j.start_after <= now()) as "oldestDue",
      (select s.cron from pgboss.schedule s where s.name = q.name limit 1) as cron
    from pgboss.queue q left join pgboss.job j on j.name = q.name
    where q.name not like '\\_\\_%'
    group by q.name order by q.name`);
}

export interface FailedJob {
  readonly name: string;
  readonly id: string;
  readonly attempts: number;
  readonly at: Temporal.Instant;
  readonly error: string | null;
}

/** What has failed for good, the newest first. Of the payload nothing is read: it is nobody's business here. */
export function failedJobs(tx: Transaction, limit: number): Promise<FailedJob[]> {
  return tx.sql<FailedJob & Record<string, unknown>>(
    `select name, id, retry_count + 1 as attempts, coalesce(completed_on, created_on) as at,
       left(coalesce(output ->> 'message', output #>> '{value,message}', output::text), 500) as error
     from pgboss.job where state = 'failed' order by coalesce(completed_on, created_on) desc, id limit $1`,
    [limit],
  );
}

/** The ids of what has failed in a queue, the oldest first; of one job, if it is among them. */
export async function failedIdsOf(
  tx: Transaction,
  name: string,
  id: string | undefined,
  limit: number,
): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `select id from pgboss.job
     where name = $1 and state = 'failed' and ($2::uuid is null or id = $2) order by created_on limit $3`,
    [name, id ?? null, limit],
  );
  return rows.map(({ id }) => id);
}
