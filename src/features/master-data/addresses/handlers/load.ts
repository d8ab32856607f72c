import { refuse } from '../../../../domain/refusal.ts';
import { type CustomerCtx, transaction } from '../../../../platform/context.ts';
import { frameOf, type PageRequest } from '../../../../web/index.ts';
import { auditOf } from '../../queries.ts';
import { rowIdOf } from '../../row-id.ts';
import { findAddress, upcomingOrdersAt } from '../queries.ts';
import { words } from '../words.ts';

const SHOWN_CHANGES = 30;

/** The address that the request names, with its history. Refuses with `not-found`, also for another firm's. */
export async function load(request: PageRequest, ctx: CustomerCtx) {
  const id = rowIdOf(request);
  const loaded = await transaction(ctx, async (tx) => ({
    address: await findAddress(tx, id),
    rows: await auditOf(tx, `address/${id}`, SHOWN_CHANGES),
    upcoming: await upcomingOrdersAt(tx, id, ctx.now),
  }));
  const { address } = loaded;
  return address ? { ...loaded, address } : refuse({ code: 'not-found' });
}

/** How many booked orders still go there, in words; undefined for none. */
export function upcomingNote(count: number, request: PageRequest): string | undefined {
  if (count === 0) return undefined;
  const { language, formats } = frameOf(request);
  return words[language].upcoming({ count: formats.number(count), one: count === 1 });
}
