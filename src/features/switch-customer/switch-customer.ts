import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { stepAfterPassword } from '../../domain/sign-in-steps.ts';
import { audit } from '../../platform/audit/audit.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { customerNumber, parseInput } from '../../platform/input.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import {
  endSession,
  factorsOf,
  findOwnSession,
  membershipsOf,
  type SessionStage,
  startSession,
} from '../../platform/sessions/index.ts';

export const SwitchCustomer = z.object({ customerNumber });
export type SwitchCustomer = z.input<typeof SwitchCustomer>;

/** The session that goes on for another firm. */
export interface SwitchVisit {
  readonly sessionId: number;
  /** What the browser holds now; it is worth nothing afterwards. */
  readonly presentedToken: string;
  readonly userAgent: string;
  readonly clientAddress: string;
}

/**
 * Lets the acting person go on for another firm that they act for, in a new session; the old one ends. It is as
 * fresh, and lasts as long, as the old one: switching proves nothing. A firm that asks for a second factor gets one.
 * @param input see {@link SwitchCustomer}
 *
 * Refuses with `not-found` for firms that the person does not act for, `invalid`, `not-signed-in` for anybody but a
 * person.
 */
export async function switchCustomer(
  ctx: CustomerCtx,
  visit: SwitchVisit,
  input: unknown,
): Promise<{ token: string; stage: SessionStage }> {
  const { customerNumber: number } = parseInput(SwitchCustomer, input);
  if (ctx.actor.kind !== 'person') refuse({ code: 'not-signed-in' });
  const firms = await membershipsOf(ctx.db, ctx.actor.personId);
  const firm = firms.find((one) => one.number === number);
  if (!firm) refuse({ code: 'not-found' });

  // as somebody who acts for the other firm: its rows, and not those of the old one
  const there: CustomerCtx = {
    ...ctx,
    customer: { id: firm.customerId, number: firm.number, name: firm.name },
  };
  return personTransaction(there, async (tx, { personId }) => {
    const old = await findOwnSession(tx, visit.sessionId);
    if (!old) refuse({ code: 'not-signed-in' });
    const stage = old.hasSecondFactor ? 'full' : await stageFor(tx, there, personId);
    await endSession(tx, visit.presentedToken);
    const token = await startSession(tx, {
      customerId: firm.customerId,
      personId,
      stage,
      now: ctx.now,
      userAgent: visit.userAgent,
      clientAddress: visit.clientAddress,
      hasSecondFactor: old.hasSecondFactor,
      since: old,
    });
    // the other firm's audit names no firm but its own
    await audit(tx, there, { action: 'person.switch-customer', object: firm.number, after: { stage } });
    return { token, stage };
  });
}

async function stageFor(tx: Transaction, ctx: CustomerCtx, personId: number): Promise<SessionStage> {
  return stepAfterPassword(await factorsOf(tx, ctx, personId), false);
}
