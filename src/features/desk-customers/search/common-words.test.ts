import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testDatabase } from '../../../../test/support/database.ts';
import { searchFirms } from './queries.ts';
import { readSearch } from './search-words.ts';

const database = await testDatabase();
// more firms than are looked at by name, nearly all in one town; the last ones by name are in another
await database.owner.sql(`
  with fresh as (
    insert into customer (number, name, created_at)
    select 'D' || (300000 + i), 'Firma ' || lpad(i::text, 4, '0') || ' GmbH', now() from generate_series(1, 420) i
    returning id, number)
  insert into address (customer_id, label, recipient, street, postcode, city, is_billing, is_delivery, is_pickup,
    is_default_billing)
  select id, 'Zentrale', 'Empfang', 'Weg 1', '10115', case when number > 'D300400' then 'Erkner' else 'Xanten' end,
    true, true, true, true from fresh`);

const page = async (typed: string, after?: { key: string; id: number }) =>
  database.app.deskTransaction((tx) => searchFirms(tx, readSearch(typed), after, 50));

/** Every firm that fits, over all pages. */
async function all(typed: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: { key: string; id: number } | undefined; ; ) {
    const rows = await page(typed, after);
    found.push(...rows.slice(0, 50).map(({ number }) => number));
    const last = rows[49];
    if (rows.length <= 50 || !last) return found;
    after = last;
  }
}

it('words that nearly every firm holds are found page by page, each firm once and in order', async () => {
  const found = await all('xanten gmbh');
  assert.deepEqual(
    found,
    Array.from({ length: 400 }, (_, at) => `D${300_001 + at}`),
  );
});

it('words that only the last firms by name hold are found as well', async () => {
  assert.deepEqual(
    await all('erkner'),
    Array.from({ length: 20 }, (_, at) => `D${300_401 + at}`),
  );
  assert.deepEqual(await all('firma 0420'), ['D300420']);
  assert.deepEqual(await all('xanten erkner'), []);
});
