import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../support/app.ts';
import { idsOf, leavePlaces } from '../support/orders.ts';
import { programOf } from './program.ts';

const portal = await testApp();
const program = await programOf(portal);
const token = await program.tokenOf('D100001');

describe('the catalogue', () => {
  it('names services with their rules and goods with their prices', async () => {
    const { status, body } = await program.call('GET', '/api/v1/catalogue', { token });
    assert.equal(status, 200);
    const boxes = body.services.find(({ code }: { code: string }) => code === 'GOODS_BOXES');
    assert.deepEqual(boxes.cancelRule, { kind: 'before', days: 1, dayKind: 'calendar', time: '16:00' });
    assert.deepEqual(boxes.windows[0], { weekday: 1, starts: '08:00', ends: '10:00', zone: 'CITY' });
    const stamps = body.products.find(({ code }: { code: string }) => code === 'STAMP_STD_20');
    assert.equal(stamps.unitPriceHundredthCents, 142_000);
    assert.equal(stamps.vatBasisPoints, 1900);
    assert.deepEqual(stamps.unit, { de: 'Bogen', en: 'sheet' });
  });
});

describe('the offers', () => {
  it('are the days and windows that all services have in common', async () => {
    await leavePlaces(portal.database, 'delivery', '2026-11-30T10:00', 3);
    const path = '/api/v1/offers?service=GOODS_FINAL&service=GOODS_BOXES';
    const { body } = await program.call('GET', path, { token });
    // Stamps need two business days, so of both together the first day is the Wednesday.
    assert.equal(body.days[0].date, '2026-11-25');
    const monday = body.days.find(({ date }: { date: string }) => date === '2026-11-30');
    assert.equal(monday.orderBy, '2026-11-26T15:00:00Z');
    assert.deepEqual(monday.windows[1], {
      slot: '2026-11-30T10:00',
      starts: '10:00',
      ends: '12:00',
      startsAt: '2026-11-30T09:00:00Z',
      endsAt: '2026-11-30T11:00:00Z',
      free: 3,
    });
  });

  it('hang on the zone of an address of the firm, or of any postcode', async () => {
    const offers = async (query: string) =>
      (await program.call('GET', `/api/v1/offers?service=PICKUP_EXTRA${query}`, { token })).body;
    const ids = await idsOf(portal.database);
    const own = await offers(`&addressId=${ids.address('Kanzlei')}`);
    assert.deepEqual([own.zone, own.isServed], [{ code: 'WEST', name: { de: 'Westen', en: 'West' } }, true]);
    // both of its addresses lie in the west
    assert.deepEqual((await offers('')).days, own.days);
    const east = await offers('&postcode=12435');
    assert.equal(east.zone.code, 'SOUTH_EAST');
    assert.deepEqual(
      east.days[0].windows.map(({ starts }: { starts: string }) => starts),
      ['10:00', '12:00', '14:00'],
    );
    assert.deepEqual(await offers('&postcode=80331'), { zone: null, isServed: false, days: [] });
    const foreign = (await idsOf(portal.database, 'D100003')).address('Lager');
    for (const [query, field, problem] of [
      [`&addressId=${foreign}`, 'addressId', 'unknown'],
      ['&addressId=0', 'addressId', 'too-small'],
      ['&addressId=1e99', 'addressId', 'too-large'],
      [`&postcode=${'1'.repeat(11)}`, 'postcode', 'too-long'],
    ] as const) {
      const wrong = await program.call('GET', `/api/v1/offers?service=PICKUP_EXTRA${query}`, { token });
      assert.equal(wrong.status, 422, query);
      assert.deepEqual([wrong.body.fields[0].field, wrong.body.fields[0].problem], [field, problem], query);
    }
    await portal.database.owner.sql("update address set postcode = '10405' where label = 'Notariat'");
    const unclear = await program.call('GET', '/api/v1/offers?service=PICKUP_EXTRA', { token });
    assert.deepEqual(unclear.body.fields, [{ field: 'addressId', problem: 'required' }]);
    await portal.database.owner.sql("update address set postcode = '10717' where label = 'Notariat'");
  });

  it('of an unknown service are refused by name, and so is a call without one', async () => {
    const unknown = await program.call('GET', '/api/v1/offers?service=GOODS_FINAL&service=ZEPPELIN', {
      token,
    });
    assert.equal(unknown.status, 422);
    assert.deepEqual(unknown.body.fields, [{ field: 'service.1', problem: 'unknown' }]);
    const none = await program.call('GET', '/api/v1/offers', { token });
    assert.deepEqual(none.body.fields, [{ field: 'service', problem: 'required' }]);
  });
});

describe('what the firm has', () => {
  it('is listed with the ids that a booking names', async () => {
    const ids = await idsOf(portal.database);
    for (const use of ['delivery', 'pickup']) {
      const { body } = await program.call('GET', `/api/v1/addresses?use=${use}`, { token });
      const office = body.addresses.find(({ label }: { label: string }) => label === 'Kanzlei');
      assert.equal(office.id, ids.address('Kanzlei'));
    }
    const { body } = await program.call('GET', '/api/v1/cost-centres', { token });
    for (const { id, code } of body.costCentres) assert.equal(id, ids.costCentre(code));
    assert.ok(body.costCentres.length > 0);
  });

  it('differs from what another firm has', async () => {
    const idsFor = async (customer: string) => {
      const other = await program.tokenOf(customer);
      const { body } = await program.call('GET', '/api/v1/addresses?use=delivery', { token: other });
      return body.addresses.map(({ id }: { id: number }) => id) as number[];
    };
    const [one, two] = [await idsFor('D100001'), await idsFor('D100002')];
    assert.deepEqual(
      one.filter((id) => two.includes(id)),
      [],
    );
  });

  it('is asked for with a use out of the list', async () => {
    for (const query of ['', '?use=', '?use=billing', '?use=delivery&use=pickup', '?use=pickup&user=1']) {
      const { status } = await program.call('GET', `/api/v1/addresses${query}`, { token });
      assert.equal(status, 422, query);
    }
  });
});
