import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { clerkAt } from '../../../test/support/staff.ts';

it('remembers who was left out on one page of the preview while the clerk leafs to another', async (t) => {
  const portal = await testApp({ at: '2026-12-02T10:00' }, t);
  const { owner } = portal.database;
  await owner.sql(
    `with firm as (
       insert into customer (number, name, created_at) select 'D3' || lpad(n::text, 5, '0'), 'Firma ' || n, now() from generate_series(1, 103) n
       returning id)
     insert into mail_volume (customer_id, service_date, product_code, pieces, weight_grams, source, clerk_name, created_at)
     select id, '2026-11-02', 'LETTER_STD', 100, 1500, 'typed', 'Test', now() from firm`,
  );
  const clerk = await clerkAt(portal, 'billing');
  await clerk.get('/desk/rechnungen?monat=2026-11');
  const runs = '/desk/rechnungen/laeufe';
  const second = await clerk.submit(runs, { without: 'D300001', seite: '2' });
  assert.equal(second.status, 200);
  await assertValidHtml(second.html);
  assert.ok(second.text.includes('Auch ausgelassen: 1 Firma auf einer anderen Seite.'), second.text);
  assert.ok(second.text.includes('D300103'));
  const back = await clerk.submit(runs, { without: ['D300001', 'D300103'], seite: '1' });
  assert.match(back.html, /value="D300001"[^>]* checked|checked[^>]* value="D300001"/);
  const run = await clerk.submit(runs, { without: ['D300001', 'D300103'] });
  assert.ok(run.text.includes('von 101 Firmen'), run.text);
});
