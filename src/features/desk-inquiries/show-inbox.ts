import { refuse } from '../../domain/refusal.ts';
import { type Ctx, deskTransaction, requireStaff, staffIdOf } from '../../platform/context.ts';
import { readInquiryNumber, readPlace, writePlace } from '../help/index.ts';
import { careStaff, countInbox, findForDesk, listInbox } from './queries.ts';
import type { InboxQuery } from './schemas.ts';

const PAGE_SIZE = 50;

/**
 * The questions that fit the query with the counts of what waits. `after` is where the next page goes on.
 *
 * Refuses with `not-found` for anybody but staff, `staff-role-required` without the role care.
 */
export async function showInbox(ctx: Ctx, input: InboxQuery) {
  requireStaff(ctx, 'care');
  const place = readPlace(input.after);
  return deskTransaction(ctx, async (tx) => {
    const { rows, hasMore } = await listInbox(
      tx,
      {
        state: input.state,
        assignee: input.assignee === 'me' ? (staffIdOf(ctx) ?? 0) : input.assignee,
        topic: input.topic,
        overdueAt: input.overdue ? ctx.now : undefined,
        search: input.search || undefined,
      },
      place && { at: place.lastAt, id: place.id },
      PAGE_SIZE,
    );
    const last = rows.at(-1);
    const key = last && (input.state === 'open' ? last.dueAt : last.lastAt);
    return {
      rows,
      counts: await countInbox(tx, ctx.now),
      after: hasMore && last && key ? writePlace(key, last.id) : undefined,
    };
  });
}

/** One question with everything, and who could take it. Refuses like {@link showInbox}; `not-found` for one that is none. */
export async function showDeskInquiry(ctx: Ctx, input: unknown) {
  requireStaff(ctx, 'care');
  const number = readInquiryNumber(input);
  return deskTransaction(ctx, async (tx) => ({
    found: (await findForDesk(tx, number)) ?? refuse({ code: 'not-found' }),
    staff: await careStaff(tx),
  }));
}
