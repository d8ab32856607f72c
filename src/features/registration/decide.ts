import { audit } from '../../platform/audit/audit.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { joinRequested, registrationLetter, registrationReceived } from './jobs.ts';
import { findRegistration, settleRegistration } from './queries.ts';
import { CONFIRMATION_HOURS, type Decision, decideRegistration } from './rules.ts';
import type { RegistrationServices } from './services.ts';

/**
 * Decides on a registration that was received. A number that belongs to nobody, one that is registered and one that
 * waits for the desk get the same letter: whoever asks learns nothing about a firm that is not theirs.
 */
export function decisionHandler({ db, clock, jobs }: RegistrationServices): JobHandler {
  return handlerFor(registrationReceived, async ({ requestId, requestKey }) => {
    const now = clock();
    const found = await findRegistration(db, requestId, now);
    if (found?.state !== 'received') return;
    const { customer } = found;
    const decision = decideRegistration(found.facts);
    await db.transaction(customer?.id, async (tx) => {
      if (!(await settle(tx, requestId, decision, now))) return;
      await jobs.enqueue(tx, registrationLetter, { requestId, kind: LETTERS[decision.kind] });
      if (decision.kind === 'join' && customer) {
        await jobs.enqueue(tx, joinRequested, { customerId: customer.id, requestId });
      }
      await audit(
        tx,
        { customer, actor: { kind: 'visitor' }, now, requestId: requestKey },
        { action: 'registration.receive', object: `registration/${requestId}`, after: decision },
      );
    });
  });
}

const STATES = { join: 'join', wait: 'waiting', member: 'declined' } as const;
const LETTERS = { confirm: 'confirm', join: 'received', wait: 'received', member: 'member' } as const;

function settle(
  tx: Transaction,
  requestId: number,
  decision: Decision,
  now: Temporal.Instant,
): Promise<boolean> {
  if (decision.kind !== 'confirm') return settleRegistration(tx, requestId, { state: STATES[decision.kind] });
  return settleRegistration(tx, requestId, {
    state: 'confirming',
    via: decision.via,
    expiresAt: now.add({ hours: CONFIRMATION_HOURS }),
  });
}
