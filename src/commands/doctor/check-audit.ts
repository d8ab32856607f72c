import { verifyAudit } from '../../platform/audit/verify-audit.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Finding, findingsOf } from './finding.ts';

const { ok, warn, fail } = findingsOf('audit');

/** The seal comes every minute; after so many somebody should look. */
const LATE_MINUTES = 15;

/**
 * Recomputes the hash chain of the audit log.
 * @param known a head that was kept elsewhere: `42:9f86d0…`
 */
export async function checkAudit(
  owner: Database,
  now: Temporal.Instant,
  known: { id: number; hash: string } | undefined,
): Promise<Finding[]> {
  const report = await verifyAudit(owner, known);
  if (report.problem) return [fail(`the log was changed: ${report.problem}`)];
  const { unsealed, head } = report;
  const said = `${report.entries} entries under ${report.seals} seals hold; head ${head ? `${head.id}:${head.hash}` : 'none yet'}`;
  const late = now.subtract({ minutes: LATE_MINUTES });
  const isLate = unsealed.since !== null && Temporal.Instant.compare(unsealed.since, late) < 0;
  return isLate
    ? [
        ok(said),
        warn(
          `${unsealed.entries} entries wait for their seal since ${unsealed.since}: no process works on the jobs`,
        ),
      ]
    : [ok(said)];
}
