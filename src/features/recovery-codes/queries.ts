import { query, type Transaction } from '../../platform/db/database.ts';
import type { StoredCode } from './codes.ts';

/** The codes of the person of the transaction give way to these. */
export async function replaceCodes(
  tx: Transaction,
  personId: number,
  codes: readonly StoredCode[],
): Promise<void> {
  await deleteCodes(tx, personId);
  await tx.all(
    query
      .insertInto('recovery_code')
      .values(codes.map(({ selector, hash }) => ({ person_id: personId, selector, code_hash: hash }))),
  );
}

export async function deleteCodes(tx: Transaction, personId: number): Promise<void> {
  await tx.all(query.deleteFrom('recovery_code').where('person_id', '=', personId));
}

/** How many there are, and how many of them have not been used. */
export async function countCodes(tx: Transaction, personId: number): Promise<{ all: number; left: number }> {
  const codes = await tx.all(
    query.selectFrom('recovery_code').select('used_at').where('person_id', '=', personId),
  );
  return { all: codes.length, left: codes.filter(({ used_at }) => used_at === null).length };
}

/** The hash of an unused code. */
export async function findCode(
  tx: Transaction,
  personId: number,
  selector: string,
): Promise<string | undefined> {
  const row = await tx.first(
    query
      .selectFrom('recovery_code')
      .select('code_hash')
      .where('person_id', '=', personId)
      .where('selector', '=', selector)
      .where('used_at', 'is', null),
  );
  return row?.code_hash;
}

/** Uses a code up; false when somebody else was first. */
export async function takeCode(
  tx: Transaction,
  used: { personId: number; selector: string; at: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx.all(
    query
      .updateTable('recovery_code')
      .set({ used_at: used.at })
      .where('person_id', '=', used.personId)
      .where('selector', '=', used.selector)
      .where('used_at', 'is', null)
      .returning('selector'),
  );
  return rows.length === 1;
}
