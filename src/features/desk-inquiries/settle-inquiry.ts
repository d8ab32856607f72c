import { refuse } from '../../domain/refusal.ts';
import { replyDue } from '../../domain/service-hours.ts';
import { type Ctx, requireStaff, staffIdOf } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { parseInput } from '../../platform/input.ts';
import { readServicePromise } from '../help/index.ts';
import { handleInquiry } from './handle.ts';
import { addDeskMessage, changeInquiry, type LockedInquiry } from './queries.ts';
import { SettleInquiry } from './schemas.ts';

/**
 * Closes a question without (another) answer; the customer sees that it is closed.
 * @param input `number` and the `version` that the clerk saw
 *
 * Refuses like {@link handleInquiry}; with `stale` also for one that is closed.
 */
export async function closeInquiry(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'care');
  const { version } = parseInput(SettleInquiry, input);
  await handleInquiry(ctx, input, version, async (tx, inquiry) => {
    if (inquiry.state === 'closed') refuse({ code: 'stale' });
    await changeInquiry(tx, inquiry.id, { state: 'closed', dueAt: null, lastAt: ctx.now });
    await tell(tx, ctx, inquiry, 'closed');
    return { action: 'inquiry.close', before: { state: inquiry.state }, after: { state: 'closed' } };
  });
}

/**
 * Opens a question again: an answer is owed within the usual time.
 * @param input `number` and the `version` that the clerk saw
 *
 * Refuses like {@link handleInquiry}; with `stale` also for one that is open.
 */
export async function reopenInquiry(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'care');
  const { version } = parseInput(SettleInquiry, input);
  const promise = await readServicePromise(ctx.db, ctx);
  await handleInquiry(ctx, input, version, async (tx, inquiry) => {
    if (inquiry.state === 'open') refuse({ code: 'stale' });
    const dueAt = replyDue(promise, ctx.now, promise.replyMinutes);
    await changeInquiry(tx, inquiry.id, { state: 'open', dueAt, lastAt: ctx.now });
    await tell(tx, ctx, inquiry, 'open');
    return { action: 'inquiry.reopen', before: { state: inquiry.state }, after: { state: 'open' } };
  });
}

/** A line in the thread; pages say it in the reader's language. */
async function tell(tx: Transaction, ctx: Ctx, inquiry: LockedInquiry, body: 'closed' | 'open') {
  await addDeskMessage(tx, {
    inquiryId: inquiry.id,
    at: ctx.now,
    kind: 'event',
    staffId: staffIdOf(ctx),
    author: ctx.actor.kind === 'carrier' ? ctx.actor.name : '',
    body,
  });
}
