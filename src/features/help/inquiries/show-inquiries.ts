import { refuse } from '../../../domain/refusal.ts';
import { type CustomerCtx, transaction } from '../../../platform/context.ts';
import { actingPerson } from '../../../platform/person-scope.ts';
import { readPlace, writePlace } from './list-place.ts';
import { type FoundInquiry, findInquiry, type ListedInquiry, listInquiries, type Reader } from './queries.ts';
import { readInquiryNumber } from './read-number.ts';

const PAGE_SIZE = 30;

/** The questions that the person may read: an administrator those of the firm, everybody else their own. */
export async function showInquiries(
  ctx: CustomerCtx,
  older: string | undefined,
): Promise<{ readonly rows: readonly ListedInquiry[]; readonly older: string | undefined }> {
  const found = await transaction(ctx, (tx) =>
    listInquiries(tx, readerOf(ctx), { before: readPlace(older), limit: PAGE_SIZE }),
  );
  const rows = found.slice(0, PAGE_SIZE);
  const last = rows.at(-1);
  return { rows, older: found.length > PAGE_SIZE && last ? writePlace(last.lastAt, last.id) : undefined };
}

/** One question with its thread. Refuses with `not-found` for one that the person may not read. */
export async function showInquiry(ctx: CustomerCtx, input: unknown): Promise<FoundInquiry> {
  const number = readInquiryNumber(input);
  const found = await transaction(ctx, (tx) => findInquiry(tx, readerOf(ctx), number));
  return found ?? refuse({ code: 'not-found' });
}

function readerOf(ctx: CustomerCtx): Reader {
  return { personId: actingPerson(ctx).personId, isAdmin: ctx.grants.isAdmin };
}
