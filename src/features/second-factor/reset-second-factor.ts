import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireCarrier, transaction } from '../../platform/context.ts';
import { query } from '../../platform/db/database.ts';
import { emailAddress, parseInput } from '../../platform/input.ts';
import { scopeToPerson } from '../../platform/person-scope.ts';
import { tellAbout } from '../security-letters/index.ts';

export const ResetSecondFactor = z.object({ email: emailAddress });
export type ResetSecondFactor = z.input<typeof ResetSecondFactor>;

/** What a person proves themselves with besides the password, and where they did. */
const TABLES = ['totp', 'recovery_code', 'passkey', 'trusted_device', 'session'] as const;

/**
 * Takes every second factor of somebody away who has lost them all, and ends their sessions. The clerk has made sure
 * who they are, as thoroughly as when the firm was registered. Runs on a connection of the owner.
 * @param input see {@link ResetSecondFactor}; somebody who acts for the firm of the context
 *
 * Refuses with `not-found` for anybody but the carrier and for e-mails that nobody of the firm has, `invalid`.
 */
export async function resetSecondFactor(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireCarrier(ctx);
  const { email } = parseInput(ResetSecondFactor, input);
  await transaction(ctx, async (tx) => {
    const person = await tx.first(
      query
        .selectFrom('person')
        .innerJoin('membership', 'membership.person_id', 'person.id')
        .select('person.id')
        .where('membership.customer_id', '=', ctx.customer.id)
        .where((eb) => eb(eb.fn<string>('lower', ['person.email']), '=', email.toLowerCase())),
    );
    if (!person) refuse({ code: 'not-found' });
    await scopeToPerson(tx, person.id);
    for (const table of TABLES) {
      await tx.all(query.deleteFrom(table).where('person_id', '=', person.id));
    }
    const clerk = ctx.actor.kind === 'carrier' ? ctx.actor.name : '';
    await audit(tx, ctx, {
      action: 'person.second-factor-reset',
      object: ctx.customer.number,
      after: { personId: person.id, clerk },
    });
    await tellAbout(tx, ctx, person.id, 'factors-reset');
  });
}
