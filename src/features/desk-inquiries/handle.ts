import { unlessStale } from '../../domain/inquiries.ts';
import { refuse, refuseIf } from '../../domain/refusal.ts';
import { type AuditEntry, audit } from '../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { readInquiryNumber } from '../help/index.ts';
import { type LockedInquiry, lockForDesk } from './queries.ts';

/**
 * What every verb of the inbox begins and ends with: the role, the question locked in the version that the clerk saw,
 * and an entry in the audit log, in one transaction.
 * @param work does the rest and says what the entry holds
 *
 * Refuses with `not-found` for anybody but staff and for a number that is none, `staff-role-required` without the role
 * care, `stale` when somebody else changed the question since.
 */
export async function handleInquiry(
  ctx: Ctx,
  input: unknown,
  seen: number,
  work: (tx: Transaction, inquiry: LockedInquiry) => Promise<Omit<AuditEntry, 'object'>>,
): Promise<void> {
  requireStaff(ctx, 'care');
  const number = readInquiryNumber(input);
  await deskTransaction(ctx, async (tx) => {
    const inquiry = (await lockForDesk(tx, number)) ?? refuse({ code: 'not-found' });
    refuseIf(unlessStale(inquiry, seen));
    const entry = await work(tx, inquiry);
    const { customerId: id, customerNumber, customerName } = inquiry;
    const customer = id === null ? undefined : { id, number: customerNumber ?? '', name: customerName ?? '' };
    await audit(tx, { ...ctx, customer }, { ...entry, object: number });
  });
}
