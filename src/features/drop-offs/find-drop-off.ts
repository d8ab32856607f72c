import { refuse } from '../../domain/refusal.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type FoundOrder, findOrder, readNumber } from '../orders/index.ts';
import { type DropOffKind, kindOfService } from './kinds.ts';
import { type Announced, findAnnounced } from './queries.ts';

/** A drop-off: its order, and what the newest version announces. */
export interface FoundDropOff {
  readonly kind: DropOffKind;
  readonly found: FoundOrder;
  readonly announced: Announced & { readonly manifestCode: string };
}

/** The drop-off behind the `number` of an input. Refuses with `not-found`, also for another kind of order. */
export async function findDropOff(tx: Transaction, input: unknown): Promise<FoundDropOff> {
  const found = await findOrder(tx, readNumber(input));
  const kind = found && kindOfService(found.order.service_code);
  const announced = found && (await findAnnounced(tx, found.order.id));
  if (!found || !kind || !announced) return refuse({ code: 'not-found' });
  return { kind, found, announced };
}
