import { query, type Transaction } from '../../platform/db/database.ts';

export async function insertView(
  tx: Transaction,
  view: {
    customerId: number;
    staffId: number;
    staffSessionId: number;
    staffName: string;
    reason: string;
    tokenHash: Buffer;
    begunAt: Temporal.Instant;
    endsAt: Temporal.Instant;
  },
): Promise<void> {
  await tx.all(
    query.insertInto('customer_view').values({
      customer_id: view.customerId,
      staff_id: view.staffId,
      staff_session_id: view.staffSessionId,
      staff_name: view.staffName,
      reason: view.reason,
      token_hash: view.tokenHash,
      begun_at: view.begunAt,
      ends_at: view.endsAt,
    }),
  );
}

/** Ends a view; false when it had ended. */
export async function endView(tx: Transaction, id: number, at: Temporal.Instant): Promise<boolean> {
  const row = await tx.first(
    query
      .updateTable('customer_view')
      .set({ ended_at: at })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id'),
  );
  return row !== undefined;
}

/** Who looked at the firm's pages, the last one first. */
export async function latestViews(tx: Transaction, limit: number) {
  return tx.all(
    query
      .selectFrom('customer_view')
      .select([
        'id',
        'staff_name as staffName',
        'reason',
        'begun_at as begunAt',
        'ends_at as endsAt',
        'ended_at as endedAt',
        'pages',
      ])
      .orderBy('id', 'desc')
      .limit(limit),
  );
}
