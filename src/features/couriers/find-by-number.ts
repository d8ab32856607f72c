import { refuse } from '../../domain/refusal.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { findOrder, readNumber } from '../orders/index.ts';
import { findRide } from './queries.ts';

/** The ride behind the `number` of an input. Refuses with `not-found`, also for another kind of order. */
export async function findByNumber(tx: Transaction, input: unknown) {
  const found = await findOrder(tx, readNumber(input));
  const stored = found && (await findRide(tx, found.order.id));
  if (!found || !stored) return refuse({ code: 'not-found' });
  return { found, stored };
}
