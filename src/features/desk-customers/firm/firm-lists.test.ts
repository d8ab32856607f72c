import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { carrierCtx } from '../../../../test/support/context.ts';
import { assertValidHtml } from '../../../../test/support/html.ts';
import { clerkAt } from '../../../../test/support/staff.ts';
import { auditAll } from '../../../platform/audit/audit.ts';
import { doneOrder } from '../../invoices/test-support/billing.fixture.ts';

const portal = await testApp();
const { database } = portal;
const [firm] = await database.owner.sql<{ id: number; name: string }>(
  "select id, name from customer where number = 'D100001'",
);
const customer = { id: firm?.id ?? 0, number: 'D100001', name: firm?.name ?? '' };
// placed at the same moment: the order of the ids decides
for (let at = 0; at < 53; at += 1) await doneOrder(database, { status: 'completed', day: '2026-11-13' });
const ctx = carrierCtx({ db: database.app, customer });
const entries = Array.from({ length: 105 }, (_, at) => ({
  action: 'address.change' as const,
  object: `address/${at + 1}`,
}));
await database.app.transaction(customer.id, (tx) => auditAll(tx, ctx, entries));
const clerk = await clerkAt(portal, 'care');

/** What every page of a list shows in its first column, walked through by its links. */
async function walk(address: string, cell: RegExp): Promise<{ found: string[]; pages: number }> {
  const found: string[] = [];
  let pages = 0;
  for (let next: string | undefined = address; next; pages += 1) {
    const page = await clerk.get(next);
    assert.equal(page.status, 200);
    await assertValidHtml(page.html);
    found.push(...[...page.html.matchAll(cell)].map(([, text]) => text ?? ''));
    const older = /<a class="btn" href="([^"]+)" rel="next"/.exec(page.html)?.[1];
    next = older?.replaceAll('&amp;', '&');
  }
  return { found, pages };
}

describe('the lists of a firm at the desk', () => {
  it('hold all of its orders, each once', async () => {
    const { found, pages } = await walk('/desk/kunden/D100001/auftraege', />(A-[\d-]+)</g);
    const [row] = await database.owner.sql<{ count: number }>(
      'select count(*)::int as count from service_order where customer_id = $1',
      [customer.id],
    );
    assert.equal(pages, 2);
    assert.equal(new Set(found).size, found.length);
    assert.equal(found.length, row?.count);
  });

  it('hold its history in words, back to the first day', async () => {
    const { found, pages } = await walk('/desk/kunden/D100001/verlauf', />(address\/\d+)</g);
    assert.ok(pages >= 3);
    assert.deepEqual(found.filter((object, at) => found.indexOf(object) === at).length, 105);
    const page = await clerk.get('/desk/kunden/D100001/verlauf');
    assert.match(page.text, /Adresse geändert/);
    assert.doesNotMatch(page.text, /address\.change/);
    await clerk.submit('/desk/sprache', { language: 'en' });
    assert.match((await clerk.get('/desk/kunden/D100001/verlauf')).text, /Address changed/);
    await clerk.submit('/desk/sprache', { language: 'de' });
  });

  it('lead on from the page of the firm, and take no place that is none', async () => {
    const page = await clerk.get('/desk/kunden/D100001');
    assert.match(page.html, /href="\/desk\/kunden\/D100001\/auftraege"/);
    for (const list of ['auftraege', 'dokumente', 'verlauf'])
      for (const nach of ["1'; drop table", '-1', '9'.repeat(30), '2026-02-30_1', '\u0000', '<script>']) {
        const shown = await clerk.get(`/desk/kunden/D100001/${list}?${new URLSearchParams({ nach })}`);
        assert.equal(shown.status, 200, `${list} ${nach}`);
        await assertValidHtml(shown.html);
      }
    assert.equal((await clerk.get('/desk/kunden/D999999/auftraege')).status, 404);
  });

  it('are for customer care', async () => {
    const billing = await clerkAt(portal, 'billing');
    for (const list of ['auftraege', 'dokumente', 'verlauf'])
      assert.equal((await billing.get(`/desk/kunden/D100001/${list}`)).status, 403);
  });
});
