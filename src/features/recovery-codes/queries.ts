import type { Transaction } from '../../platform/db/database.ts';
import type { StoredCode } from './codes.ts';

/** Where codes are kept: those of customers' people, those of staff. Names of this program. */
export type CodeTable =
  | { readonly table: 'recovery_code'; readonly key: 'person_id' }
  | { readonly table: 'staff_recovery_code'; readonly key: 'staff_id' };

/** The statements about recovery codes, for each table the same; `owner` is whose transaction it is. */
export function codeQueries({ table, key }: CodeTable) {
  const deleteCodes = async (tx: Transaction, owner: number): Promise<void> => {
    await tx.sql(`delete from ${table} where ${key} = $1`, [owner]);
  };
  return {
    deleteCodes,

    /** The codes that there are give way to these. */
    async replaceCodes(tx: Transaction, owner: number, codes: readonly StoredCode[]): Promise<void> {
      await deleteCodes(tx, owner);
      await tx.sql(
        `insert into ${table} (${key}, selector, code_hash)
         select $1::bigint, c.selector, c.hash from jsonb_to_recordset($2::jsonb) as c (selector text, hash text)`,
        [owner, JSON.stringify(codes)],
      );
    },

    /** How many there are, and how many of them have not been used. */
    async countCodes(
      tx: Transaction,
      owner: number,
    ): Promise<{ readonly all: number; readonly left: number }> {
      const [row] = await tx.sql<{ all: number; left: number }>(
        `select count(*)::int as "all", count(*) filter (where used_at is null)::int as "left"
         from ${table} where ${key} = $1`,
        [owner],
      );
      return { all: row?.all ?? 0, left: row?.left ?? 0 };
    },

    /** The hash of an unused code. */
    async findCode(tx: Transaction, owner: number, selector: string): Promise<string | undefined> {
      const [row] = await tx.sql<{ hash: string }>(
        `select code_hash as hash from ${table} where ${key} = $1 and selector = $2 and used_at is null`,
        [owner, selector],
      );
      return row?.hash;
    },

    /** Uses a code up; false when somebody else was first. */
    async takeCode(
      tx: Transaction,
      used: { readonly owner: number; readonly selector: string; readonly at: Temporal.Instant },
    ): Promise<boolean> {
      const rows = await tx.sql(
        `update ${table} set used_at = $3 where ${key} = $1 and selector = $2 and used_at is null
         returning selector`,
        [used.owner, used.selector, used.at],
      );
      return rows.length === 1;
    },
  };
}

export const { deleteCodes, replaceCodes, countCodes, findCode, takeCode } = codeQueries({
  table: 'recovery_code',
  key: 'person_id',
});
