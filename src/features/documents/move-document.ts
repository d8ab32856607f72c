import { type DocumentState, openIn } from '../../domain/documents/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { lockDocument, setState } from './queries.ts';
import type { StoringCtx } from './storing-ctx.ts';

/**
 * Says what became of an invoice or a credit: debited for a day, paid, returned by the bank, corrected by another one.
 * Runs in the transaction of the verb that decided it. Saying the same again changes nothing.
 * Answers whether that is something else than before.
 * @param move `on`: since or for which day; `open`: what is still owed in cents, where it is not what the state says
 *
 * Refuses with `not-found` when the firm has no such document, or one that knows no state.
 */
export async function moveDocument(
  tx: Transaction,
  ctx: StoringCtx,
  move: {
    readonly number: string;
    readonly to: DocumentState;
    readonly on: Temporal.PlainDate | undefined;
    readonly open?: number;
  },
): Promise<boolean> {
  const document = await lockDocument(tx, move.number);
  if (!document?.state) refuse({ code: 'not-found' });
  const on = move.on ?? null;
  const { gross_cents: gross } = document;
  const open = gross === null ? null : (move.open ?? openIn(move.to, gross));
  const isSame = document.state === move.to && document.state_on?.toString() === on?.toString();
  if (isSame && document.open_cents === open) return false;
  await setState(tx, document.id, { state: move.to, state_on: on, open_cents: open });
  await audit(tx, ctx, {
    action: 'document.move',
    object: move.number,
    before: { state: document.state, on: document.state_on?.toString() ?? null, open: document.open_cents },
    after: { state: move.to, on: on?.toString() ?? null, open },
  });
  return true;
}
