import { type Ctx, requireStaff, staffIdOf } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { handleInquiry } from './handle.ts';
import { addDeskMessage, changeInquiry } from './queries.ts';
import { NoteInquiry } from './schemas.ts';

/**
 * Notes something under a question for the colleagues. The customer never sees it: the database keeps it from the role
 * that serves customers.
 * @param input `number` and {@link NoteInquiry}
 *
 * Refuses like {@link handleInquiry}, and with `invalid`.
 */
export async function noteInquiry(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'care');
  const { version, note } = parseInput(NoteInquiry, input);
  await handleInquiry(ctx, input, version, async (tx, inquiry) => {
    await addDeskMessage(tx, {
      inquiryId: inquiry.id,
      at: ctx.now,
      kind: 'note',
      staffId: staffIdOf(ctx),
      author: ctx.actor.kind === 'carrier' ? ctx.actor.name : '',
      body: note,
    });
    await changeInquiry(tx, inquiry.id, {});
    return { action: 'inquiry.note' };
  });
}
