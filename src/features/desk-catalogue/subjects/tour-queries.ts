import type { Subject } from '../subject.ts';
import { openOrdersOfTour } from './affected-queries.ts';

const CODE = /^[A-Z0-9_]{1,20}$/;

/** Every code is there; most of them are not a tour yet. */
export const tourQueries: Pick<Subject, 'find' | 'checkInside' | 'affected' | 'write'> = {
  async find(tx, code) {
    if (!CODE.test(code)) return undefined;
    const [row] = await tx.sql<{ name: string; isActive: boolean }>(
      'select name, is_active as "isActive" from tour where code = $1',
      [code],
    );
    const name = row?.name ?? code;
    return {
      name: { de: name, en: name },
      // a new one is meant to be driven
      values: { name: row?.name ?? '', isActive: row?.isActive ?? true },
    };
  },
  // two of one name could not be told apart on the day, also where the other one is only planned
  async checkInside(tx, code, { name }) {
    const others = await tx.sql(
      `select from tour where code <> $1 and lower(name) = lower($2)
       union all
       select from catalogue_change
       where subject = 'fahrtouren' and code <> $1 and applied_at is null and withdrawn_at is null
         and lower(after ->> 'name') = lower($2)`,
      [code, name],
    );
    return others.length > 0 ? { field: 'name', problem: 'taken' } : undefined;
  },
  affected: (tx, code) => openOrdersOfTour(tx, code),
  async write(tx, code, { name, isActive }) {
    const [former] = await tx.sql<{ name: string }>('select name from tour where code = $1 for update', [
      code,
    ]);
    await tx.sql(
      `insert into tour (code, name, is_active) values ($1, $2, $3)
       on conflict (code) do update set name = excluded.name, is_active = excluded.is_active`,
      [code, name, isActive],
    );
    if (former && former.name !== name) await tx.sql('select rename_tour($1, $2)', [former.name, name]);
  },
};
