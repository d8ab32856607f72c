import { refuse } from '../../domain/refusal.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { lockOrderToChange, readNumber } from '../orders/index.ts';
import { lockRide } from './queries.ts';

/** The ride behind the `number` of an input, locked with its order. Refuses with `not-found`, also for other orders. */
export async function lockedRide(tx: Transaction, input: unknown) {
  const found = await lockOrderToChange(tx, readNumber(input));
  const ride = found && (await lockRide(tx, found.order.id));
  if (!found || !ride) return refuse({ code: 'not-found' });
  return { ...found, ride };
}

export type LockedRide = Awaited<ReturnType<typeof lockedRide>>;
