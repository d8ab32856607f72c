import type { FailReason } from '../../domain/orders/index.ts';
import { query, type Transaction } from '../../platform/db/database.ts';

/** What became of a service. */
export interface Outcome {
  readonly orderId: number;
  readonly customerId: number;
  readonly kind: 'completed' | 'failed';
  readonly at: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  readonly clerkName: string;
  readonly pieces: number | undefined;
  readonly boxesOut: number | undefined;
  readonly boxesIn: number | undefined;
  readonly reason: FailReason | undefined;
  readonly atFault: 'carrier' | 'customer' | undefined;
  readonly note: string;
  readonly isCharged: boolean;
}

export async function insertOutcome(tx: Transaction, outcome: Outcome): Promise<void> {
  await tx.all(
    query.insertInto('order_outcome').values({
      order_id: outcome.orderId,
      customer_id: outcome.customerId,
      kind: outcome.kind,
      at: outcome.at,
      recorded_at: outcome.recordedAt,
      clerk_name: outcome.clerkName,
      pieces: outcome.pieces ?? null,
      boxes_out: outcome.boxesOut ?? null,
      boxes_in: outcome.boxesIn ?? null,
      reason: outcome.reason ?? null,
      at_fault: outcome.atFault ?? null,
      note: outcome.note,
      is_charged: outcome.isCharged,
    }),
  );
}
