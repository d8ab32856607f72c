import { unlessStale } from '../../domain/inquiries.ts';
import { refuse, refuseIf } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { insertEntry, lockEntry, type StoredEntry, updateEntry } from './queries.ts';
import { ChangedFaqEntry, FaqEntry } from './schemas.ts';

/**
 * Adds an answer to the help pages.
 * @param input see {@link FaqEntry}
 *
 * Refuses with `not-found` for anybody but staff, `staff-role-required` without the role care, `invalid`.
 */
export async function addFaqEntry(ctx: Ctx, input: unknown): Promise<{ id: number }> {
  requireStaff(ctx, 'care');
  const entry = parseInput(FaqEntry, input);
  return deskTransaction(ctx, async (tx) => {
    const id = await insertEntry(tx, entry, ctx.now);
    await audit(
      tx,
      { ...ctx, customer: undefined },
      { action: 'faq.add', object: `faq/${id}`, after: entry },
    );
    return { id };
  });
}

/**
 * Changes an answer, or takes it off the help pages: nothing is ever deleted, so that the audit log keeps its sense.
 * @param input see {@link ChangedFaqEntry}
 *
 * Refuses like {@link addFaqEntry}; with `not-found` for one that is none, `stale` when a colleague was faster.
 */
export async function changeFaqEntry(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'care');
  const { id, version, ...entry } = parseInput(ChangedFaqEntry, input);
  await deskTransaction(ctx, async (tx) => {
    const stored = (await lockEntry(tx, id)) ?? refuse({ code: 'not-found' });
    refuseIf(unlessStale(stored, version));
    await updateEntry(tx, id, entry, ctx.now);
    await audit(
      tx,
      { ...ctx, customer: undefined },
      { action: 'faq.change', object: `faq/${id}`, before: asEntry(stored), after: entry },
    );
  });
}

/** A stored answer in the shape of the form. */
export function asEntry(stored: StoredEntry): FaqEntry {
  return {
    topic: stored.topic,
    position: stored.position,
    questionDe: stored.question.de,
    questionEn: stored.question.en,
    answerDe: stored.answer.de,
    answerEn: stored.answer.en,
    keywordsDe: stored.keywords.de,
    keywordsEn: stored.keywords.en,
    published: stored.isPublished ? '1' : '',
  };
}
