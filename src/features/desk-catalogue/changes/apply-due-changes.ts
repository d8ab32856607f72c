import { todayOf } from '../../../domain/calendar/index.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireCarrier } from '../../../platform/context.ts';
import type { Values } from '../fields.ts';
import { markChange, nextDueChange } from './queries.ts';
import { subjectOf } from './read-change.ts';

/**
 * Writes what was planned and is due, each change in a transaction of its own, the earliest first. Exactly once, also with
 * several processes and after a time in which none ran: a change stays due until it has been written.
 * @returns how many have come into force
 */
export async function applyDueChanges(ctx: Ctx): Promise<number> {
  requireCarrier(ctx);
  let applied = 0;
  while (await applyNext(ctx)) applied += 1;
  return applied;
}

function applyNext(ctx: Ctx): Promise<boolean> {
  return deskTransaction(ctx, async (tx) => {
    const change = await nextDueChange(tx, todayOf(ctx));
    if (!change) return false;
    const subject = subjectOf(change.subject);
    if (subject.effect === 'planned') {
      await subject.write(tx, change.code, change.after as Values, change.effective_on);
      await audit(tx, ctx, { action: 'catalogue.apply', object: `${subject.key} ${change.code}` });
    }
    await markChange(tx, change.id, 'applied_at', ctx.now);
    return true;
  });
}
