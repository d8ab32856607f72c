import type { Transaction } from '../../../platform/db/database.ts';
import type { Text } from '../../../platform/i18n/index.ts';
import type { Values } from '../fields.ts';
import { readSpans, writeSpans } from '../hours-text.ts';
import type { Subject } from '../subject.ts';
import { affectedAtSite } from './affected-queries.ts';
import { bilingualOf, valuesOf } from './fields.ts';
import { SERVICE_HOURS_CODE } from './service-hours-code.ts';

export const siteQueries: Pick<Subject, 'find' | 'affected' | 'write'> = {
  async find(tx, code) {
    const [row] = await tx.sql<{
      name: string;
      street: string;
      postcode: string;
      city: string;
      hint: Text;
      is_active: boolean;
    }>('select name, street, postcode, city, hint, is_active from site where code = $1', [code]);
    if (!row) return undefined;
    const { name, street, postcode, city, hint, is_active } = row;
    return {
      name: { de: name, en: name },
      values: { name, street, postcode, city, ...valuesOf('hint', hint), isActive: is_active },
    };
  },
  affected: affectedAtSite,
  async write(tx, code, values) {
    await tx.sql(
      `update site set name = $2, street = $3, postcode = $4, city = $5, hint = $6::jsonb, is_active = $7
       where code = $1`,
      [
        code,
        values.name,
        values.street,
        values.postcode,
        values.city,
        bilingualOf(values, 'hint'),
        values.isActive,
      ],
    );
  },
};

interface HoursRow {
  [column: string]: unknown;
  weekday: number;
  opens: Temporal.PlainTime;
  closes: Temporal.PlainTime;
}

const minutes = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' });

/** A week of opening hours as the fields of a form. */
function weekOf(rows: readonly HoursRow[]): Values {
  const days = Map.groupBy(rows, ({ weekday }) => weekday);
  return Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => [
      `day_${weekday}`,
      writeSpans(
        (days.get(weekday) ?? []).map(({ opens, closes }) => ({
          opens: minutes(opens),
          closes: minutes(closes),
        })),
      ),
    ]),
  );
}

/** Writes the spans of a week, each as a row; `row` says what stands before weekday, opens and closes. */
async function insertWeek(
  tx: Transaction,
  table: 'site_hours (site_code' | 'service_hours (valid_from',
  first: string | Temporal.PlainDate,
  values: Values,
): Promise<void> {
  for (const weekday of [1, 2, 3, 4, 5, 6, 7])
    for (const { opens, closes } of readSpans(String(values[`day_${weekday}`] ?? '')) ?? [])
      await tx.sql(`insert into ${table}, weekday, opens, closes) values ($1, $2, $3::time, $4::time)`, [
        first,
        weekday,
        opens,
        closes,
      ]);
}

export const siteHoursQueries: Pick<Subject, 'find' | 'affected' | 'write'> = {
  async find(tx, code) {
    const [site] = await tx.sql<{ name: string }>('select name from site where code = $1', [code]);
    if (!site) return undefined;
    const rows = await tx.sql<HoursRow>(
      'select weekday, opens, closes from site_hours where site_code = $1 order by weekday, opens',
      [code],
    );
    return { name: { de: site.name, en: site.name }, values: weekOf(rows) };
  },
  affected: affectedAtSite,
  async write(tx, code, values) {
    await tx.sql('delete from site_hours where site_code = $1', [code]);
    await insertWeek(tx, 'site_hours (site_code', code, values);
  },
};

export const serviceHoursQueries: Pick<Subject, 'find' | 'affected' | 'write' | 'remove'> = {
  async find(tx, code, on) {
    if (code !== SERVICE_HOURS_CODE) return undefined;
    const rows = await tx.sql<HoursRow>(
      `select weekday, opens, closes from service_hours
       where valid_from = (select max(valid_from) from service_hours where valid_from <= $1)
       order by weekday, opens`,
      [on],
    );
    return { name: { de: 'Kundenbetreuung', en: 'Customer service' }, values: weekOf(rows) };
  },
  affected: () => Promise.resolve(0),
  async write(tx, _code, values, from) {
    await tx.sql('delete from service_hours where valid_from = $1', [from]);
    await insertWeek(tx, 'service_hours (valid_from', from, values);
  },
  async remove(tx, _code, from) {
    await tx.sql('delete from service_hours where valid_from = $1', [from]);
  },
};
