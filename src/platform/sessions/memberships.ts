import type { Database, Transaction } from '../db/database.ts';

/** A firm that a person acts for. */
export interface Membership {
  readonly customerId: number;
  readonly number: string;
  readonly name: string;
}

/** The firms that a person acts for; the one they last signed in to comes first. */
export async function membershipsOf(
  db: Pick<Database | Transaction, 'sql'>,
  personId: number,
): Promise<Membership[]> {
  const rows = await db.sql<{ customer_id: number; number: string; name: string }>(
    'select * from memberships_of($1)',
    [personId],
  );
  return rows.map(({ customer_id, number, name }) => ({ customerId: customer_id, number, name }));
}
