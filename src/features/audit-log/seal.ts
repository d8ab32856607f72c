import { auditHead, sealAudit } from '../../platform/audit/seal-audit.ts';
import type { Database } from '../../platform/db/database.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { auditSealed } from './jobs.ts';

/**
 * Seals what was written since the last time, and logs the head of the chain: kept outside of the database, it shows
 * later whether somebody has cut the chain or made it anew.
 */
export function auditHandlers(services: {
  readonly db: Database;
  readonly clock: () => Temporal.Instant;
  readonly log?: { info(line: object): void } | undefined;
}): readonly JobHandler[] {
  const { db, clock, log } = services;
  return [
    handlerFor(auditSealed, async () => {
      const entries = await sealAudit(db, clock());
      if (entries > 0) log?.info({ auditSealed: entries, auditHead: await auditHead(db) });
    }),
  ];
}
