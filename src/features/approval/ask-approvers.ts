import type { Database } from '../../platform/db/database.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { addNotice } from '../notices/index.ts';
import { approvalLetter } from './jobs.ts';
import { alreadyAsked, approvers, stillWaiting } from './queries.ts';

/**
 * Asks everybody of the firm who may approve, but whoever ordered: a notice per order and one letter for all that were
 * placed together. It may run twice; nobody is asked twice.
 */
export async function askApprovers(
  { db, jobs, clock }: { readonly db: Database; readonly jobs: Jobs; readonly clock: () => Temporal.Instant },
  { customerId, numbers }: { readonly customerId: number; readonly numbers: readonly string[] },
): Promise<void> {
  const at = clock();
  await db.transaction(customerId, async (tx) => {
    const orders = await stillWaiting(tx, numbers);
    if (orders.length === 0) return;
    const asked = await alreadyAsked(
      tx,
      orders.map(({ id }) => id),
    );
    for (const { id: personId } of await approvers(tx)) {
      if (asked.has(personId)) continue;
      const ofOthers = orders.filter(({ placedBy }) => placedBy !== personId);
      if (ofOthers.length === 0) continue;
      for (const { id: orderId } of ofOthers)
        await addNotice(tx, { customerId, personId, kind: 'approval-wanted', orderId, at });
      const wanted = ofOthers.map(({ number }) => number);
      await jobs.enqueue(tx, approvalLetter, { customerId, numbers: wanted, personId });
    }
  });
}
