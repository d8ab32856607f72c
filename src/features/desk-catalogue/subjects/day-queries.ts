import type { Text } from '../../../platform/i18n/index.ts';
import { isCalendarDate } from '../calendar-date.ts';
import type { Subject } from '../subject.ts';
import { affectedOnDay } from './affected-queries.ts';
import { bilingualOf, valuesOf } from './fields.ts';

/** The code is the date; every day is there, most of them as usual. */
export const dayQueries: Pick<Subject, 'find' | 'affected' | 'write' | 'remove'> = {
  async find(tx, code) {
    if (!isCalendarDate(code)) return undefined;
    const [row] = await tx.sql<{ kind: 'closed' | 'open'; name: Text }>(
      'select kind, name from calendar_exception where date = $1::date',
      [code],
    );
    return {
      name: { de: code, en: code },
      values: { kind: row?.kind ?? 'regular', ...valuesOf('name', row?.name ?? null) },
    };
  },
  affected: affectedOnDay,
  async write(tx, code, values) {
    if (values.kind === 'regular') {
      await tx.sql('delete from calendar_exception where date = $1::date', [code]);
      return;
    }
    await tx.sql(
      `insert into calendar_exception (date, kind, name) values ($1::date, $2, $3::jsonb)
       on conflict (date) do update set kind = excluded.kind, name = excluded.name`,
      [code, values.kind, bilingualOf(values, 'name')],
    );
  },
  async remove(tx, code) {
    await tx.sql('delete from calendar_exception where date = $1::date', [code]);
  },
};
