import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf } from '../../../test/support/orders.ts';
import { bookPickup } from '../pickups/index.ts';
import { setUpPlan } from '../standing-pickups/index.ts';

// one address in the city, which has windows until six, and one in the south-east, which has not
const portal = await testApp();
const { database, services } = portal;
const ids = await idsOf(database, 'D100003');
const [verlag, lager] = [ids.address('Verlag'), ids.address('Lager')];
const ctx = await ctxFor({ db: database.app, jobs: services.jobs, customer: 'D100003' });
await database.owner.sql("update person set language = 'de'");
const browser = portal.client();
await browser.signIn('D100003', 'admin@d100003.example');

const SIX = /value="2026-11-30T16:00"/;

describe('the pages without JavaScript', () => {
  it('of a change show the windows of the address that is chosen, and the own place at the own address', async () => {
    const [order] = await bookPickup(ctx, {
      key: randomUUID(),
      slot: '2026-11-30T16:00',
      addressId: verlag,
    });
    const form = `/auftraege/${order?.number}/aendern`;
    const here = await browser.get(form);
    assert.match(here.html, SIX);
    assert.match(here.text, /Tourgebiet Innenstadt/);
    const there = await browser.get(
      `${form}?version=1&slot=2026-11-30T16:00&addressId=${lager}&reference=neu`,
    );
    assert.equal(there.status, 200);
    assert.doesNotMatch(there.html, SIX);
    assert.match(there.text, /Tourgebiet Südosten/);
    assert.match(there.html, /value="neu"/);
    await assertValidHtml(there.html);
    const check = await browser.get(`${form}/pruefen?version=1&slot=2026-11-30T16:00&addressId=${lager}`);
    assert.equal(check.status, 409);
    assert.match(check.text, /Tourgebiet Südosten/);
  });

  it('of goods and express pickups show those of the address, and take no one else’s address for one', async () => {
    for (const path of ['/bestellen/lieferung?quantity.BOX_SMALL=1', '/abholungen/express?x=1']) {
      assert.match((await browser.get(`${path}&addressId=${lager}`)).text, /Lager, Tourgebiet Südosten/);
      for (const addressId of ['1', '0', "1' or 1=1", '%00', '<script>', '9'.repeat(40)]) {
        const page = await browser.get(`${path}&addressId=${encodeURIComponent(addressId)}`);
        assert.equal(page.status, 200, addressId);
        assert.match(page.text, /Verlag, Tourgebiet Innenstadt/);
      }
    }
  });

  it('of a plan show those of the address, also when it is changed, and change nothing before they are sent', async () => {
    const { number } = await setUpPlan(ctx, {
      key: randomUUID(),
      weekdays: [1],
      window: '17:00',
      addressId: verlag,
      onHoliday: 'skip',
      validFrom: '2026-12-07',
    });
    const path = `/abholungen/regelmaessig/${number}/aendern`;
    const form = await browser.get(path);
    assert.match(form.html, /<option value="17:00"/);
    const revision = /name="revision" value="(\d+)"/.exec(form.html)?.[1] ?? '';
    const answers = { revision, from: '2026-12-14', weekdays: '1', window: '17:00', onHoliday: 'skip' };
    // the button beside the address asks for the same page with what was filled in
    const there = await browser.get(`${path}?${new URLSearchParams({ ...answers, addressId: `${lager}` })}`);
    assert.equal(there.status, 200);
    assert.doesNotMatch(there.html, /<option value="17:00"/);
    assert.match(there.html, /<option value="15:00"/);
    assert.match(there.text, /Tourgebiet Südosten/);
    await assertValidHtml(there.html);
    const [plan] = await database.owner.sql<{ versions: number }>(
      'select count(*)::int as versions from standing_pickup_version',
    );
    assert.equal(plan?.versions, 1);
    const refused = await browser.post(path, { ...answers, addressId: lager, _key: randomUUID() });
    assert.equal(refused.status, 422);
    const changed = await browser.post(path, {
      ...answers,
      window: '15:00',
      addressId: lager,
      _key: randomUUID(),
    });
    assert.match(changed.address, /fertig=geaendert/);
  });
});
