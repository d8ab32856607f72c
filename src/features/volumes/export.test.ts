import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { clerkAt } from '../../../test/support/staff.ts';

it('the list of volumes is saved as it is filtered, and nothing in it is a formula', async (t) => {
  const portal = await testApp({}, t);
  const clerk = await clerkAt(portal, 'billing');
  const [product] = await portal.database.owner.sql<{ code: string }>(
    `select p.code from mail_product p where not exists (
       select from mail_product d where d.surcharge_code = p.code) order by p.position limit 1`,
  );
  for (const [customer, pieces] of [
    ['D100001', '120'],
    ['D100002', '30'],
  ] as const) {
    await clerk.get('/desk/mengen');
    const fields = {
      customer,
      date: '2026-11-20',
      product: product?.code ?? '',
      costCentre: '',
      pieces,
      weight: '',
    };
    const saved = await clerk.submit('/desk/mengen', fields);
    assert.match(saved.address, /erfasst=1/, saved.text);
  }
  await portal.database.owner.sql("update customer set name = '=1+1' where number = 'D100001'");
  const page = await clerk.get('/desk/mengen?fuer=D100001');
  const link = /href="(\/desk\/mengen\/csv[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.equal(link, '/desk/mengen/csv?fuer=D100001');
  const file = await clerk.get(link);
  assert.match(file.headers.get('content-disposition') ?? '', /mengen\.csv/);
  const lines = file.html.trim().split(/\r?\n/);
  assert.equal(lines.length, 2);
  assert.match(lines[0] ?? '', /Datum;Kundennummer;Kunde/);
  assert.match(lines[1] ?? '', /2026-11-20;D100001;"?'=1\+1/);
  assert.match(lines[1] ?? '', /;120;0;erfasst;/);
  assert.equal((await (await clerkAt(portal, 'care')).get(link)).status, 403);
});
