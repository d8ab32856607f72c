import type { Database } from '../../platform/db/database.ts';
import { type Finding, findingsOf } from './finding.ts';

const { ok, warn, fail } = findingsOf('jobs');

/** Longer than a restart takes. */
const LATE_MINUTES = 10;

/** Whether somebody works on the jobs, and what has failed. */
export async function checkQueues(owner: Database, now: Temporal.Instant): Promise<Finding[]> {
  const [known] = await owner.sql<{ exists: boolean }>(
    "select to_regclass('pgboss.job') is not null as exists",
  );
  if (!known?.exists) return [fail('there is no queue: bin/portal migrate')];
  const [state] = await owner.sql<{ failed: number; queues: string[] | null; due: Temporal.Instant | null }>(
    `select count(*) filter (where state = 'failed')::int as failed,
       array_agg(distinct name) filter (where state = 'failed') as queues,
       min(start_after) filter (where state in ('created', 'retry')) as due
     from pgboss.job`,
  );
  const findings: Finding[] = [];
  const late = now.subtract({ minutes: LATE_MINUTES });
  if (state?.due && Temporal.Instant.compare(state.due, late) < 0)
    findings.push(fail(`a job has waited since ${state.due}: no process works on them (serve, or work)`));
  if (state && state.failed > 0)
    findings.push(warn(`${state.failed} have failed (${state.queues?.join(', ')}): see /desk/aufgaben`));
  return findings.length > 0 ? findings : [ok('nothing failed, nothing late')];
}
