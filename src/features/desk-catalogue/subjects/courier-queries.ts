import { DISTANCES, type Distance } from '../../../domain/courier/index.ts';
import type { Text } from '../../../platform/i18n/index.ts';
import type { Subject } from '../subject.ts';
import { affectedRides } from './affected-queries.ts';
import { COURIER_RULES_CODE, readZonePair } from './courier-rules-code.ts';
import { bilingualOf, valuesOf } from './fields.ts';
import { readPrefixes, writePrefixes } from './postcode-prefixes.ts';

type Queries = Pick<Subject, 'find' | 'affected' | 'write' | 'remove'>;

const vehicle: Queries = {
  async find(tx, code) {
    const [row] = await tx.sql<{ name: Text; kg: number; length: number; width: number; height: number }>(
      `select name, max_kg as kg, max_length_cm as length, max_width_cm as width, max_height_cm as height
       from courier_vehicle where code = $1`,
      [code],
    );
    if (!row) return undefined;
    const { name, kg, length, width, height } = row;
    const limits = { maxKg: kg, maxLength: length, maxWidth: width, maxHeight: height };
    return { name, values: { ...valuesOf('name', name), ...limits } };
  },
  affected: affectedRides.ofVehicle,
  async write(tx, code, values) {
    await tx.sql(
      `update courier_vehicle set name = $2::jsonb, max_kg = $3, max_length_cm = $4, max_width_cm = $5,
         max_height_cm = $6 where code = $1`,
      [code, bilingualOf(values, 'name'), values.maxKg, values.maxLength, values.maxWidth, values.maxHeight],
    );
  },
};

const fares: Queries = {
  async find(tx, code, on) {
    const [row] = await tx.sql<{ name: Text; fares: Partial<Record<Distance, number>> | null }>(
      `select v.name, (select json_object_agg(distance, unit_price) from (
           select distinct on (distance) distance, unit_price from courier_fare
           where vehicle_code = v.code and valid_from <= $2 order by distance, valid_from desc) f) as fares
       from courier_vehicle v where v.code = $1`,
      [code, on],
    );
    if (!row) return undefined;
    const values = DISTANCES.map((distance) => [distance, row.fares?.[distance] ?? null]);
    return { name: row.name, values: Object.fromEntries(values) };
  },
  affected: affectedRides.ofVehicle,
  async write(tx, code, values, from) {
    await tx.sql('delete from courier_fare where vehicle_code = $1 and valid_from = $2', [code, from]);
    for (const distance of DISTANCES)
      await tx.sql(
        'insert into courier_fare (vehicle_code, distance, valid_from, unit_price) values ($1, $2, $3, $4)',
        [code, distance, from, values[distance] ?? 0],
      );
  },
  async remove(tx, code, from) {
    await tx.sql('delete from courier_fare where vehicle_code = $1 and valid_from = $2', [code, from]);
  },
};

const zone: Queries = {
  async find(tx, code) {
    const [row] = await tx.sql<{ name: Text; postcodes: string[] | null }>(
      `select name, (select array_agg(prefix) from courier_zone_postcode where zone_code = z.code) as postcodes
       from courier_zone z where code = $1`,
      [code],
    );
    return (
      row && {
        name: row.name,
        values: { ...valuesOf('name', row.name), postcodes: writePrefixes(row.postcodes ?? []) },
      }
    );
  },
  affected: affectedRides.inZone,
  async write(tx, code, values) {
    const prefixes = readPrefixes(String(values.postcodes)) ?? [];
    await tx.sql('update courier_zone set name = $2::jsonb where code = $1', [
      code,
      bilingualOf(values, 'name'),
    ]);
    await tx.sql('delete from courier_zone_postcode where zone_code = $1', [code]);
    await tx.sql(
      `insert into courier_zone_postcode (prefix, zone_code) select unnest($2::text[]), $1
       on conflict (prefix) do update set zone_code = excluded.zone_code`,
      [code, prefixes],
    );
  },
};

const distance: Queries = {
  async find(tx, code) {
    const pair = readZonePair(code);
    if (!pair) return undefined;
    const zones = await tx.sql<{ code: string; name: Text }>(
      'select code, name from courier_zone where code = any($1::text[])',
      [pair],
    );
    const [one, other] = pair.map((zoneCode) => zones.find((row) => row.code === zoneCode)?.name);
    if (!one || !other) return undefined;
    const [row] = await tx.sql<{ distance: Distance }>(
      `select distance from courier_distance where ${PAIR}`,
      [...pair],
    );
    return {
      name: { de: `${one.de} – ${other.de}`, en: `${one.en} – ${other.en}` },
      values: { distance: row?.distance ?? 'none' },
    };
  },
  affected: (tx, code, from) => affectedRides.between(tx, readZonePair(code) ?? ['', ''], from),
  async write(tx, code, values) {
    const pair = readZonePair(code);
    if (!pair) return;
    await tx.sql(`delete from courier_distance where ${PAIR}`, [...pair]);
    if (values.distance === 'none') return;
    await tx.sql('insert into courier_distance (one, other, distance) values ($1, $2, $3)', [
      ...pair,
      values.distance,
    ]);
  },
};

/** It is written down once, in either order. */
const PAIR = '(one = $1 and other = $2 or one = $2 and other = $1)';

const terms: Queries = {
  async find(tx, code) {
    if (code !== COURIER_RULES_CODE) return undefined;
    const [row] = await tx.sql<{ directSurcharge: number; nowMinutes: number; nowCapacity: number }>(
      `select direct_surcharge as "directSurcharge", now_minutes as "nowMinutes", now_capacity as "nowCapacity"
       from courier_terms`,
    );
    return row && { name: { de: 'Kurierfahrten', en: 'Courier rides' }, values: { ...row } };
  },
  affected: () => Promise.resolve(0),
  async write(tx, _code, values) {
    await tx.sql('update courier_terms set direct_surcharge = $1, now_minutes = $2, now_capacity = $3', [
      values.directSurcharge,
      values.nowMinutes,
      values.nowCapacity,
    ]);
  },
};

export const courierQueries = { vehicle, fares, zone, distance, terms };
