import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { outcomes } from '../../../test/support/at-once.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { goodsInput, idsOf, pickupInput } from '../../../test/support/orders.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { bookRide } from '../couriers/index.ts';
import { DOOR, rideInput } from '../couriers/test-support/sample.fixture.ts';
import { bookDropOff } from '../drop-offs/index.ts';
import { adInput } from '../drop-offs/test-support/sample.fixture.ts';
import { placeGoodsOrder } from '../goods/index.ts';
import { bookPickup } from '../pickups/index.ts';
import { removeTemplate } from './remove-template.ts';
import { renameTemplate } from './rename-template.ts';
import { saveTemplate } from './save-template.ts';

const portal = await testApp({ at: '2026-11-23T10:00' });
const { services, database } = portal;
const { owner } = database;
const options = { db: services.db, jobs: services.jobs };
const admin = await ctxFor(options);
const other = await ctxFor({ ...options, customer: 'D100002' });
const powerless = await ctxFor({ ...options, user: 'mitarbeit', grants: { rights: [] } });
const ids = await idsOf(database);
const [boxes] = await placeGoodsOrder(
  admin,
  goodsInput(
    ids,
    { BOX_SMALL: 3, BOX_LARGE: 1 },
    { reference: 'Empfang', costCentreId: `${ids.costCentre('1100')}` },
  ),
);
const [pickup] = await bookPickup(admin, pickupInput(ids, { driverHint: 'Hinterhof' }));
const [ride] = await bookRide(
  admin,
  rideInput(ids, {
    stops: [{ ...DOOR, recipient: 'Labor', hint: 'Hintereingang' }],
    vehicle: 'CARGO',
    when: 'half-hour',
    slot: '2026-12-01T10:30',
    direct: 'on',
    waitMinutes: '10',
    costCentreId: `${ids.costCentre('1100')}`,
  }),
);
const [dropOff] = await bookDropOff(admin, adInput({ reference: 'Frühjahr', note: 'Rampe' }));
const number = boxes?.number ?? '';
let names = 0;
const name = () => {
  names += 1;
  return `Vorlage ${names}`;
};

async function signedIn(user = 'admin', firm = 'd100001') {
  const browser = portal.client();
  await browser.signIn(firm.toUpperCase(), `${user}@${firm}.example`);
  return browser;
}

/** The answers with which a link opens a form. */
function answersIn(html: string, path: string): Record<string, string> {
  const href = new RegExp(`href="(${path}\\?[^"]+)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  return Object.fromEntries(new URLSearchParams(href.split('?')[1]));
}

const RIDE_ANSWERS = {
  when: 'half-hour',
  stopCount: '1',
  'from.addressId': `${ids.address('Kanzlei')}`,
  'stops.0.recipient': 'Labor',
  'stops.0.street': DOOR.street,
  'stops.0.postcode': DOOR.postcode,
  'stops.0.city': DOOR.city,
  'stops.0.contactName': DOOR.contactName,
  'stops.0.contactPhone': DOOR.contactPhone,
  'stops.0.hint': 'Hintereingang',
  'to.recipient': DOOR.recipient,
  'to.street': DOOR.street,
  'to.postcode': DOOR.postcode,
  'to.city': DOOR.city,
  'to.contactName': DOOR.contactName,
  'to.contactPhone': DOOR.contactPhone,
  content: 'Umschlag mit Akten',
  kg: '2',
  length: '35',
  width: '25',
  height: '5',
  vehicle: 'CARGO',
  direct: 'on',
  waitMinutes: '10',
  proof: 'signature',
  costCentreId: `${ids.costCentre('1100')}`,
  reference: 'Az. 12/26',
};

describe('a ride and a drop-off', () => {
  it('begin once more with all their answers but the window, from both of their pages', async () => {
    const browser = await signedIn();
    for (const [own, form] of [
      [`/kuriere/${ride?.number}`, '/kuriere/neu'],
      [`/einlieferungen/${dropOff?.number}`, '/einlieferungen/neu'],
    ] as const) {
      for (const page of [own, `/auftraege/${own.split('/')[2]}`]) {
        const { html } = await browser.get(page);
        await assertValidHtml(html);
        assert.ok(html.includes(`href="${own}/erneut"`), page);
      }
      const { address, html, status } = await browser.get(`${own}/erneut`);
      assert.equal(status, 200);
      assert.equal(address.split('?')[0], form);
      assert.doesNotMatch(html, /Manches davon/);
    }
    const again = await browser.get(`/kuriere/${ride?.number}/erneut`);
    const {
      'from.contactName': _,
      'from.contactPhone': __,
      'from.hint': ___,
      ...answers
    } = Object.fromEntries(new URLSearchParams(again.address.split('?')[1]));
    assert.deepEqual(answers, RIDE_ANSWERS);
    const letters = await browser.get(`/einlieferungen/${dropOff?.number}/erneut`);
    const announced = Object.fromEntries(new URLSearchParams(letters.address.split('?')[1]));
    assert.equal(announced.kind, 'advertising');
    assert.equal(announced.note, 'Rampe');
    assert.equal(announced.slot, undefined);
    assert.equal(announced.isUniform, undefined);
  });

  it('become templates that say what they are and open their own form', async () => {
    const [forRide, forDropOff] = [name(), name()];
    await saveTemplate(admin, { number: ride?.number, name: forRide });
    await saveTemplate(admin, { number: dropOff?.number, name: forDropOff });
    const colleague = await signedIn('mitarbeit');
    const page = await colleague.get('/vorlagen');
    await assertValidHtml(page.html);
    assert.match(page.text, /Kanzlei → Notariat Beispiel, Umschlag mit Akten, Az\. 12\/26/);
    assert.match(page.text, /Depot Kreuzberg/);
    const {
      'from.contactName': _,
      'from.contactPhone': __,
      'from.hint': ___,
      ...answers
    } = answersIn(page.html, '/kuriere/neu');
    assert.deepEqual(answers, RIDE_ANSWERS);
    const form = await colleague.get(
      `/einlieferungen/neu?${new URLSearchParams(answersIn(page.html, '/einlieferungen/neu'))}`,
    );
    assert.equal(form.status, 200);
    assert.match(form.html, /value="Frühjahr"/);
  });

  it('leave out what is no longer there, and say so', async () => {
    await saveTemplate(admin, { number: dropOff?.number, name: name() });
    const browser = await signedIn();
    await owner.sql("update site set is_active = false where code = 'DEPOT_KREUZBERG'");
    const again = await browser.get(`/einlieferungen/${dropOff?.number}/erneut`);
    assert.match(again.text, /Manches davon ist nicht mehr im Angebot/);
    await assertValidHtml(again.html);
    await owner.sql('update mail_product set is_active = false');
    assert.match((await browser.get('/vorlagen')).text, /Davon ist nichts mehr im Angebot/);
    await owner.sql("update site set is_active = true where code = 'DEPOT_KREUZBERG'");
    await owner.sql('update mail_product set is_active = true');
    await owner.sql('update cost_centre set closed_at = now() where id = $1', [ids.costCentre('1100')]);
    const ridden = await browser.get(`/kuriere/${ride?.number}/erneut`);
    assert.match(ridden.text, /Manches davon ist nicht mehr im Angebot/);
    await owner.sql('update cost_centre set closed_at = null where id = $1', [ids.costCentre('1100')]);
  });

  it('are begun once more by those of the firm who may order, and nobody else', async () => {
    const stranger = await signedIn('admin', 'd100002');
    for (const path of [
      `/kuriere/${ride?.number}`,
      `/einlieferungen/${dropOff?.number}`,
      `/kuriere/${number}`,
    ])
      assert.equal((await stranger.get(`${path}/erneut`)).status, 404, path);
  });
});

describe('a template', () => {
  it('keeps the answers of an order but its date, for everybody who orders for the firm', async () => {
    const called = name();
    const { id } = await saveTemplate(admin, { number, name: called });
    const colleague = await signedIn('mitarbeit');
    const page = await colleague.get('/vorlagen');
    await assertValidHtml(page.html);
    const href = /href="(\/bestellen\?[^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    assert.deepEqual(Object.fromEntries(new URLSearchParams(href.split('?')[1])), {
      'quantity.BOX_SMALL': '3',
      'quantity.BOX_LARGE': '1',
      addressId: `${ids.address('Kanzlei')}`,
      costCentreId: `${ids.costCentre('1100')}`,
      reference: 'Empfang',
    });
    assert.deepEqual((await lastAudit(database, 'template.save'))?.after, { name: called, order: number });
    assert.equal((await lastAudit(database, 'template.save'))?.object, `template/${id}`);
  });

  it('leaves out what is no longer there, and says so', async () => {
    await saveTemplate(admin, { number, name: name() });
    const browser = await signedIn();
    await owner.sql("update product set is_active = false where code = 'BOX_LARGE'");
    const page = await browser.get('/vorlagen');
    assert.match(page.text, /Manches ist nicht mehr im Angebot/);
    assert.ok(!page.html.includes('quantity.BOX_LARGE'));
    await owner.sql("update product set is_active = false where code = 'BOX_SMALL'");
    assert.match((await browser.get('/vorlagen')).text, /Davon ist nichts mehr im Angebot/);
    await owner.sql("update product set is_active = true where code in ('BOX_SMALL', 'BOX_LARGE')");
  });

  it('is saved from the page of an order, renamed and deleted', async () => {
    const browser = await signedIn();
    await browser.get(`/auftraege/${pickup?.number}`);
    const missing = await browser.submit('/vorlagen', { name: '  ' });
    assert.equal(missing.status, 422);
    await assertValidHtml(missing.html);
    const [first, second] = [name(), name()];
    assert.match((await browser.submit('/vorlagen', { name: first })).text, /Die Vorlage ist gespeichert/);
    const id = (await owner.sql<{ id: number }>('select id from order_template where name = $1', [first]))[0]
      ?.id;
    await browser.get(`/vorlagen/${id}`);
    assert.match((await browser.submit(`/vorlagen/${id}`, { name: second })).text, /umbenannt/);
    await browser.get(`/vorlagen/${id}`);
    assert.match((await browser.submit(`/vorlagen/${id}/loeschen`)).text, /Die Vorlage ist gelöscht/);
    assert.deepEqual((await lastAudit(database, 'template.remove'))?.before, { name: second });
    assert.equal((await browser.get(`/vorlagen/${id}`)).status, 404);
  });

  it('has a name of its own in the firm, also when two save at once and in other letters', async () => {
    const called = name();
    const settled = await Promise.allSettled([
      saveTemplate(admin, { number, name: called }),
      saveTemplate(admin, { number, name: called.toUpperCase() }),
    ]);
    const { done, failed } = outcomes(settled);
    assert.equal(done.length, 1);
    await assertRefused(Promise.reject(failed[0]), {
      code: 'invalid',
      fields: [{ field: 'name', problem: 'taken' }],
    });
    const { id } = await saveTemplate(admin, { number, name: name() });
    await assertRefused(renameTemplate(admin, { id, name: called }), 'invalid');
  });

  it('is refused to those without the right, to other firms, and for what is no order', async () => {
    const { id } = await saveTemplate(admin, { number, name: name() });
    await assertUnchanged(database, async () => {
      await assertRefused(saveTemplate(powerless, { number, name: 'x' }), 'forbidden');
      await assertRefused(renameTemplate(powerless, { id, name: 'x' }), 'forbidden');
      await assertRefused(removeTemplate(powerless, { id }), 'forbidden');
      await assertRefused(saveTemplate(other, { number, name: 'x' }), 'not-found');
      await assertRefused(renameTemplate(other, { id, name: 'x' }), 'not-found');
      await assertRefused(removeTemplate(other, { id }), 'not-found');
      await assertRefused(saveTemplate(admin, { number: 'A-2026-999999', name: 'x' }), 'not-found');
      await assertRefused(saveTemplate(admin, { number, name: 'x'.repeat(81) }), 'invalid');
      await assertRefused(saveTemplate(admin, { number: "'; --", name: 'x' }), 'invalid');
      await assertRefused(saveTemplate(admin, undefined), 'invalid');
    });
  });

  it('shows a hostile name as words', async () => {
    const hostile = `"><script>alert(1)</script>${name()}`;
    await saveTemplate(admin, { number, name: hostile });
    const page = await (await signedIn()).get('/vorlagen');
    assert.ok(!page.html.includes('<script>alert'));
    assert.ok(page.text.includes(hostile));
  });
});
