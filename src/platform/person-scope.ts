import { refuse } from '../domain/refusal.ts';
import type { Actor, CustomerCtx } from './context.ts';
import type { Transaction } from './db/database.ts';

/** The acting person. */
export type Person = Extract<Actor, { kind: 'person' }>;

/** The person who acts. Refuses with `not-signed-in` for the carrier and for visitors, who have no account here. */
export function actingPerson({ actor }: CustomerCtx): Person {
  return actor.kind === 'person' ? actor : refuse({ code: 'not-signed-in' });
}

/**
 * Runs `work` in a transaction that sees the rows of the customer and, of what is secret to a person (sessions,
 * second factors, devices), those of the acting person. Refuses with `not-signed-in` like {@link actingPerson}.
 */
export async function personTransaction<T>(
  ctx: CustomerCtx,
  work: (tx: Transaction, person: Person) => Promise<T>,
): Promise<T> {
  const person = actingPerson(ctx);
  return ctx.db.transaction(ctx.customer.id, async (tx) => {
    await scopeToPerson(tx, person.personId);
    return work(tx, person);
  });
}

/** Lets the rest of the transaction see what is secret to this person; for those who have just proved to be it. */
export async function scopeToPerson(tx: Transaction, personId: number): Promise<void> {
  await tx.sql("select set_config('app.person_id', $1, true)", [String(personId)]);
}
