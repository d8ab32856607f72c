import { type Ctx, requireStaff, staffIdOf } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { inquiryAnswered } from '../help/index.ts';
import { handleInquiry } from './handle.ts';
import { addDeskMessage, changeInquiry } from './queries.ts';
import { AnswerInquiry } from './schemas.ts';

/**
 * Answers a question: the answer stands under it in the portal and goes out by mail. Whoever answers takes it over if
 * it was nobody's.
 * @param input `number` and {@link AnswerInquiry}
 *
 * Refuses like {@link handleInquiry}, and with `invalid`.
 */
export async function answerInquiry(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'care');
  const { version, message, close } = parseInput(AnswerInquiry, input);
  await handleInquiry(ctx, input, version, async (tx, inquiry) => {
    const state = close === '1' ? 'closed' : 'answered';
    const messageId = await addDeskMessage(tx, {
      inquiryId: inquiry.id,
      at: ctx.now,
      kind: 'answer',
      staffId: staffIdOf(ctx),
      author: ctx.actor.kind === 'carrier' ? ctx.actor.name : '',
      body: message,
    });
    await changeInquiry(tx, inquiry.id, {
      state,
      dueAt: null,
      lastAt: ctx.now,
      ...(inquiry.assigneeId === null ? { assigneeId: staffIdOf(ctx) ?? null } : {}),
    });
    await ctx.jobs.enqueue(tx, inquiryAnswered, { number: inquiry.number, messageId });
    return { action: 'inquiry.answer', before: { state: inquiry.state }, after: { state } };
  });
}
