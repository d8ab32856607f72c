import type { FieldProblem } from '../../../domain/refusal.ts';
import { formatsFor, type Text } from '../../../platform/i18n/index.ts';
import type { Values } from '../fields.ts';
import type { Subject } from '../subject.ts';
import { readWindowCode, type WindowCode } from '../window-code.ts';
import { affectedInWindow } from './affected-queries.ts';

/** A window begins before it ends. */
const endsLater = (code: WindowCode | undefined, values: Values): FieldProblem | undefined =>
  code && String(values.ends) <= code.starts ? { field: 'ends', problem: 'not-offered' } : undefined;

/** Every weekday and time of a pool is there; most of them are not offered. */
export const windowQueries: Pick<Subject, 'find' | 'affected' | 'write' | 'check'> = {
  async find(tx, code) {
    const key = readWindowCode(code);
    if (!key) return undefined;
    const [row] = await tx.sql<{ name: Text; ends: Temporal.PlainTime | null; capacity: number | null }>(
      `select p.name, w.ends, w.capacity from window_pool p
       left join time_window w on w.pool = p.code and w.weekday = $2 and w.starts = $3::time
       where p.code = $1`,
      [key.pool, key.weekday, key.starts],
    );
    if (!row) return undefined;
    const called = (language: 'de' | 'en') =>
      `${row.name[language]}, ${formatsFor(language, 'UTC').weekday(key.weekday)} ${key.starts}`;
    return {
      name: { de: called('de'), en: called('en') },
      values: {
        isOffered: row.ends !== null,
        ends: row.ends?.toString({ smallestUnit: 'minute' }) ?? null,
        capacity: row.capacity,
      },
    };
  },
  check: (values, code) => endsLater(readWindowCode(code), values),
  affected: affectedInWindow,
  async write(tx, code, { isOffered, ends, capacity }) {
    const { pool, weekday, starts } = readWindowCode(code) ?? {};
    if (!isOffered) {
      await tx.sql('delete from time_window where pool = $1 and weekday = $2 and starts = $3::time', [
        pool,
        weekday,
        starts,
      ]);
      return;
    }
    await tx.sql(
      `insert into time_window (pool, weekday, starts, ends, capacity) values ($1, $2, $3::time, $4::time, $5)
       on conflict (pool, weekday, starts) do update set ends = excluded.ends, capacity = excluded.capacity`,
      [pool, weekday, starts, ends, capacity],
    );
  },
};
