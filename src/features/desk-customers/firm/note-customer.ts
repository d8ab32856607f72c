import { z } from 'zod';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, staffIdOf } from '../../../platform/context.ts';
import { parseInput, requiredText } from '../../../platform/input.ts';
import { forFirm } from '../for-firm.ts';
import { insertNote } from './queries.ts';

const Note = z.object({ note: requiredText(2000) });

/**
 * Notes something about a firm for the colleagues. The firm never sees it, nor that there is one.
 * @param input `note`
 *
 * Refuses with `not-found` for anybody but staff and for a number that is none, `staff-role-required` without the role
 * care, `invalid`.
 */
export async function noteCustomer(ctx: Ctx, number: string, input: unknown): Promise<void> {
  const forIt = await forFirm(ctx, number);
  const { note } = parseInput(Note, input);
  await deskTransaction(ctx, async (tx) => {
    await insertNote(tx, {
      customerId: forIt.customer.id,
      at: ctx.now,
      staffId: staffIdOf(ctx),
      author: ctx.actor.kind === 'carrier' ? ctx.actor.name : '',
      body: note,
    });
    // without the firm: its own history shows what concerns it, and this is the desk's
    await audit(
      tx,
      { ...ctx, customer: undefined },
      { action: 'customer.note', object: forIt.customer.number },
    );
  });
}
