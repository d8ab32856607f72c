import { isDeepStrictEqual } from 'node:util';
import { todayOf } from '../../../domain/calendar/index.ts';
import { mayWithdrawChange } from '../../../domain/catalogue-changes.ts';
import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../../platform/context.ts';
import type { Values } from '../fields.ts';
import { lockChange, markChange } from './queries.ts';
import { subjectOf } from './read-change.ts';

/** Where the change was, for the way back to its page. */
export interface Withdrawn {
  readonly subject: string;
  readonly code: string;
}

/**
 * Takes a change back whose day has not come. Refuses with `staff-role-required`, `not-found`, and `stale` when it has been
 * taken back already or its day has come.
 */
export async function withdrawChange(ctx: Ctx, input: { readonly id: number }): Promise<Withdrawn> {
  requireStaff(ctx, 'catalogue');
  return deskTransaction(ctx, async (tx) => {
    const change = await lockChange(tx, input.id);
    if (!change) refuse({ code: 'not-found' });
    const isPlanned = change.applied_at === null && change.withdrawn_at === null;
    if (!isPlanned || !mayWithdrawChange(change.effective_on, todayOf(ctx))) refuse({ code: 'stale' });
    const { code, effective_on: from } = change;
    const subject = subjectOf(change.subject);
    const before = change.before as Values;
    if (subject.remove) {
      await subject.remove(tx, code, from);
      // an entry of that very day that the change had replaced comes back
      const left = await subject.find(tx, code, from);
      if (!isDeepStrictEqual(left?.values, before)) await subject.write(tx, code, before, from);
    }
    await markChange(tx, change.id, 'withdrawn_at', ctx.now);
    await audit(tx, ctx, {
      action: 'catalogue.withdraw',
      object: `${subject.key} ${code}`,
      before: { ...(change.after as Values), from: `${from}` },
    });
    return { subject: subject.key, code };
  });
}
