import { refuse } from '../../../domain/refusal.ts';
import { replyDue } from '../../../domain/service-hours.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { actingPerson } from '../../../platform/person-scope.ts';
import { countAttempt } from '../../../platform/throttle/throttle.ts';
import { readServicePromise } from '../hours/queries.ts';
import { PERSON_LIMIT } from './ask-carrier.ts';
import { addReply, lockInquiry } from './queries.ts';
import { readInquiryNumber } from './read-number.ts';
import { Reply } from './schemas.ts';

/**
 * Goes on with a question, also with one that is closed: it is open again then. What was promised for an answer that
 * is still owed stays promised.
 * @param input `number`, and {@link Reply}
 *
 * Refuses with `not-signed-in` for anybody but a person, `not-found` (also for another firm's question, or a
 * colleague's without being an administrator), `invalid`, `too-many-attempts`.
 */
export async function replyToCarrier(
  ctx: CustomerCtx,
  visit: { readonly appKey: string },
  input: { readonly number?: unknown; readonly message?: unknown },
): Promise<void> {
  const person = actingPerson(ctx);
  const number = readInquiryNumber(input);
  const { message } = parseInput(Reply, input);
  await countAttempt(ctx.db, visit.appKey, `ask ${person.personId}`, PERSON_LIMIT, ctx.now);
  const promise = await readServicePromise(ctx.db, ctx);
  const reader = { personId: person.personId, isAdmin: ctx.grants.isAdmin };
  await transaction(ctx, async (tx) => {
    const inquiry = (await lockInquiry(tx, reader, number)) ?? refuse({ code: 'not-found' });
    const dueAt = inquiry.dueAt ?? replyDue(promise, ctx.now, promise.replyMinutes);
    await addReply(tx, { inquiryId: inquiry.id, personId: person.personId, message, dueAt, at: ctx.now });
    await audit(tx, ctx, {
      action: 'inquiry.reply',
      object: number,
      before: { state: inquiry.state },
      after: { state: 'open' },
    });
  });
}
