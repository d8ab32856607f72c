import {
  isSamePlace,
  type PostcodePrefix,
  placeOf,
  readPrefixList,
  writePrefixList,
  zonePoolCode,
  zonePoolName,
} from '../../../domain/zones/index.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import type { Text } from '../../../platform/i18n/index.ts';
import type { Values } from '../fields.ts';
import type { Subject } from '../subject.ts';
import { openOrdersByPostcode } from './affected-queries.ts';
import { bilingualOf, valuesOf } from './fields.ts';

const CODE = /^[A-Z0-9_]{1,20}$/;

const prefixesIn = (values: Values): readonly string[] => readPrefixList(String(values.postcodes)) ?? [];

const allPrefixes = (tx: Transaction) =>
  tx.sql<PostcodePrefix & Record<string, unknown>>(
    'select prefix, zone_code as zone from tour_zone_postcode',
  );

/** Every code is there; most of them are not a zone yet. */
export const zoneQueries: Pick<Subject, 'find' | 'affected' | 'write'> = {
  async find(tx, code) {
    if (!CODE.test(code)) return undefined;
    const [row] = await tx.sql<{ name: Text; position: number }>(
      'select name, position from tour_zone where code = $1',
      [code],
    );
    const own = (await allPrefixes(tx)).filter(({ zone }) => zone === code).map(({ prefix }) => prefix);
    return {
      name: row?.name ?? { de: code, en: code },
      values: {
        postcodes: writePrefixList(own),
        ...valuesOf('name', row?.name ?? null),
        position: row?.position ?? null,
      },
    };
  },
  async affected(tx, code, from, values) {
    const before = await allPrefixes(tx);
    const own = prefixesIn(values);
    const after = [
      ...before.filter(({ prefix, zone }) => zone !== code && !own.includes(prefix)),
      ...own.map((prefix) => ({ prefix, zone: code })),
    ];
    const place = (postcode: string, prefixes: readonly PostcodePrefix[]) =>
      placeOf(postcode, prefixes.length > 0 ? prefixes : undefined);
    return (await openOrdersByPostcode(tx, from))
      .filter(({ postcode }) => !isSamePlace(place(postcode, before), place(postcode, after)))
      .reduce((sum, { orders }) => sum + orders, 0);
  },
  async write(tx, code, values) {
    await tx.sql(
      `insert into tour_zone (code, name, position) values ($1, $2::jsonb, $3)
       on conflict (code) do update set name = excluded.name, position = excluded.position`,
      [code, bilingualOf(values, 'name'), values.position],
    );
    await writePools(tx, code, { de: String(values.name_de), en: String(values.name_en) });
    const own = prefixesIn(values);
    await tx.sql('delete from tour_zone_postcode where zone_code = $1 and prefix <> all ($2::text[])', [
      code,
      own,
    ]);
    await tx.sql(
      `insert into tour_zone_postcode (prefix, zone_code) select prefix, $1 from unnest($2::text[]) as p (prefix)
       on conflict (prefix) do update set zone_code = excluded.zone_code`,
      [code, own],
    );
  },
};

/** A pool in the zone for each round that goes by zones; a new one begins with the windows of the round itself. */
async function writePools(tx: Transaction, zone: string, name: Text): Promise<void> {
  const rounds = await tx.sql<{ code: string; name: Text }>(
    'select code, name from window_pool where by_zone order by code',
  );
  for (const round of rounds) {
    const pool = zonePoolCode(round.code, zone);
    const called = JSON.stringify(zonePoolName(round.name, name));
    const made = await tx.sql(
      `insert into window_pool (code, name, base_pool, zone_code) values ($1, $2::jsonb, $3, $4)
       on conflict (base_pool, zone_code) do nothing returning code`,
      [pool, called, round.code, zone],
    );
    if (made.length > 0)
      await tx.sql(
        `insert into time_window (pool, weekday, starts, ends, capacity)
         select $1, weekday, starts, ends, capacity from time_window where pool = $2`,
        [pool, round.code],
      );
    else
      await tx.sql('update window_pool set name = $3::jsonb where base_pool = $1 and zone_code = $2', [
        round.code,
        zone,
        called,
      ]);
  }
}
