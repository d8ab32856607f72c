import { createHash } from 'node:crypto';
import { refuse } from '../../../domain/refusal.ts';
import { replyDue } from '../../../domain/service-hours.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, personIdOf } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { addressGroup } from '../../../platform/http/index.ts';
import { parseInput } from '../../../platform/input.ts';
import { countAttempt, type Limit } from '../../../platform/throttle/throttle.ts';
import { readServicePromise } from '../hours/queries.ts';
import { inquiryReceived } from './jobs.ts';
import { orderIdOf, receiveInquiry } from './queries.ts';
import { AskAsUser, AskAsVisitor } from './schemas.ts';

/** The inbox is not to be flooded, and nobody's mailbox filled with confirmations by strangers. */
export const ADDRESS_LIMIT: Limit = { hits: 10, seconds: 60 * 60 };
export const MAIL_LIMIT: Limit = { hits: 5, seconds: 60 * 60 };
export const PERSON_LIMIT: Limit = { hits: 20, seconds: 60 * 60 };

/** From where somebody asks. */
export interface Visit {
  readonly appKey: string;
  readonly clientAddress: string;
}

/**
 * Asks the carrier something, for the firm of the context or as a visitor. A letter confirms it. The same form sent
 * twice is one question. Says nothing about whether a firm or a person that a visitor names exists.
 * @param input see {@link AskAsUser} and {@link AskAsVisitor}
 * @returns the number of the question
 *
 * Refuses with `invalid` (also for an order that is not the firm's), `too-many-attempts`, `key-reused`.
 */
export async function askCarrier(ctx: Ctx, visit: Visit, input: unknown): Promise<{ number: string }> {
  const isUser = ctx.actor.kind === 'person' && ctx.customer !== undefined;
  const asked = isUser
    ? { ...parseInput(AskAsUser, input), visitor: undefined }
    : asVisitor(parseInput(AskAsVisitor, input));
  await countAsking(ctx, visit, asked.visitor?.email);
  const promise = await readServicePromise(ctx.db, ctx);
  const { key, ...words } = asked;
  return ctx.db.transaction(isUser ? ctx.customer?.id : undefined, async (tx) => {
    const received = await receiveInquiry(tx, {
      ...words,
      key,
      hash: createHash('sha256').update(JSON.stringify(words)).digest(),
      year: ctx.now.toZonedDateTimeISO(ctx.timeZone).year,
      personId: isUser ? personIdOf(ctx) : undefined,
      language: ctx.language,
      orderId: await chosenOrder(tx, asked.order),
      dueAt: replyDue(promise, ctx.now, promise.replyMinutes),
      at: ctx.now,
    });
    if (!received) refuse({ code: 'key-reused' });
    const { number, isNew } = received;
    if (isNew) {
      await audit(tx, isUser ? ctx : { ...ctx, customer: undefined }, {
        action: 'inquiry.ask',
        object: number,
        after: { topic: asked.topic },
      });
      await ctx.jobs.enqueue(tx, inquiryReceived, { number });
    }
    return { number };
  });
}

function asVisitor({ name, email, customerNumber, ...rest }: ReturnType<typeof parseVisitor>) {
  return { ...rest, order: '', visitor: { name, email, customerNumber } };
}

const parseVisitor = (input: unknown) => parseInput(AskAsVisitor, input);

async function chosenOrder(tx: Transaction, number: string): Promise<number | undefined> {
  if (number === '') return undefined;
  const id = await orderIdOf(tx, number);
  return id ?? refuse({ code: 'invalid', fields: [{ field: 'order', problem: 'unknown' }] });
}

async function countAsking(ctx: Ctx, visit: Visit, email: string | undefined): Promise<void> {
  const count = (key: string, limit: Limit) => countAttempt(ctx.db, visit.appKey, key, limit, ctx.now);
  if (email === undefined) return count(`ask ${personIdOf(ctx)}`, PERSON_LIMIT);
  await count(`ask from ${addressGroup(visit.clientAddress)}`, ADDRESS_LIMIT);
  await count(`ask ${email.toLowerCase()}`, MAIL_LIMIT);
}
