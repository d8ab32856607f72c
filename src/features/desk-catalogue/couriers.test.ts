import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { berlin, MONDAY } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf } from '../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { clerkAt } from '../../../test/support/staff.ts';
import type { Ctx } from '../../platform/context.ts';
import { bookRide } from '../couriers/index.ts';
import { readCourierTerms } from '../couriers/queries.ts';
import { rideInput } from '../couriers/test-support/sample.fixture.ts';
import { applyDueChanges } from './changes/apply-due-changes.ts';
import { changeCatalogue } from './changes/change-catalogue.ts';
import { previewChange } from './changes/preview-change.ts';
import { withdrawChange } from './changes/withdraw-change.ts';

async function arrange(t: TestContext) {
  const portal = await testApp({}, t);
  const { database, services } = portal;
  const { app: db } = database;
  const base = carrierCtx({ db, now: MONDAY, jobs: services.jobs });
  const clerk: Ctx = { ...base, actor: { kind: 'carrier', name: 'Karla Katalog', roles: ['catalogue'] } };
  const terms = async (day: string) =>
    (await readCourierTerms(db, Temporal.PlainDate.from(day))) ?? assert.fail('no couriers');
  const at = (now: Temporal.Instant): Ctx => ({ ...clerk, now });
  return { portal, database, db, clerk, terms, at };
}

const FARES = { subject: 'kurierpreise', code: 'BIKE', near: '5,50', city: '10,00', region: '32,00' };

describe('fares of couriers', () => {
  it('hold from their day on, and go back when they are withdrawn', async (t) => {
    const { portal, database, clerk, terms } = await arrange(t);
    const firm = await ctxFor({ db: database.app, jobs: portal.services.jobs });
    const ids = await idsOf(database);
    await bookRide(firm, rideInput(ids, { slot: '2026-12-02T10:00' }));
    const input = { ...FARES, from: '2026-12-01' };
    const bike = async (day: string) =>
      (await terms(day)).vehicles.find(({ code }) => code === 'BIKE')?.fares;
    const before = await bike('2026-12-01');
    const { affected } = await previewChange(clerk, input);
    assert.equal(typeof affected, 'number');
    await changeCatalogue(clerk, input);
    assert.deepEqual(await bike('2026-11-30'), before);
    assert.deepEqual(await bike('2026-12-01'), { near: 55_000, city: 100_000, region: 320_000 });
    const [change] = await database.owner.sql<{ id: number }>('select max(id) as id from catalogue_change');
    await withdrawChange(clerk, { id: change?.id ?? 0 });
    assert.deepEqual(await bike('2026-12-01'), before);
  });
});

describe('zones, ways, vehicles and rules of couriers', () => {
  it('wait for their day, and a postcode that moves is in one zone', async (t) => {
    const { clerk, terms, at } = await arrange(t);
    const zone = {
      subject: 'kurierzonen',
      code: 'RING',
      from: '2026-12-01',
      name_de: 'Mitte',
      name_en: 'Centre',
      postcodes: '101 102;14467, 12',
    };
    await changeCatalogue(clerk, zone);
    const way = { subject: 'kurierstrecken', code: 'BERLIN-RING', from: '2026-12-01', distance: 'none' };
    await changeCatalogue(clerk, way);
    const vehicle = {
      subject: 'kurierfahrzeuge',
      code: 'BIKE',
      from: '2026-12-01',
      name_de: 'Rad',
      name_en: 'Bike',
      maxKg: '8',
      maxLength: '50',
      maxWidth: '40',
      maxHeight: '30',
    };
    await changeCatalogue(clerk, vehicle);
    const rules = {
      subject: 'kurierregeln',
      code: 'kurier',
      from: '2026-12-01',
      directSurcharge: '75',
      nowMinutes: '45',
      nowCapacity: '2',
    };
    await changeCatalogue(clerk, rules);
    const before = await terms('2026-12-01');
    assert.equal(before.zones.get('RING')?.de, 'Berlin innerhalb des S-Bahn-Rings');
    await applyDueChanges(at(berlin('2026-12-01T00:10')));
    const { zones, map, vehicles, directSurcharge, nowMinutes, nowCapacity } = await terms('2026-12-01');
    assert.equal(zones.get('RING')?.en, 'Centre');
    const ring = map.prefixes.filter((row) => row.zone === 'RING').map(({ prefix }) => prefix);
    assert.deepEqual(ring.toSorted(), ['101', '102', '12', '14467']);
    assert.equal(map.prefixes.filter(({ prefix }) => prefix === '12').length, 1);
    assert.ok(!map.distances.some(({ one, other }) => [one, other].sort().join() === 'BERLIN,RING'));
    const bike = vehicles.find(({ code }) => code === 'BIKE');
    assert.deepEqual([bike?.maxKg, bike?.maxSize], [8, [50, 40, 30]]);
    assert.deepEqual([directSurcharge, nowMinutes, nowCapacity], [7500, 45, 2]);
    // the way comes back as it was, in whatever order it is written down
    await changeCatalogue(at(berlin('2026-12-01T10:00')), { ...way, from: '2026-12-01', distance: 'city' });
    assert.equal((await terms('2026-12-01')).map.distances.length, map.distances.length + 1);
  });

  it('take nothing that is none, and change nothing then', async (t) => {
    const { database, clerk } = await arrange(t);
    const zone = { subject: 'kurierzonen', code: 'RING', from: '2026-12-01', name_de: 'A', name_en: 'B' };
    await assertUnchanged(database, async () => {
      for (const input of [
        { ...zone, postcodes: '' },
        { ...zone, postcodes: '101, abc' },
        { ...zone, postcodes: '101456' },
        { ...zone, postcodes: "101'; drop table courier_zone; --" },
        { ...FARES, from: '2026-12-01', near: '-1' },
        { ...FARES, from: '2026-12-01', near: '' },
        { ...FARES, from: '2026-11-01' },
        { subject: 'kurierstrecken', code: 'BERLIN-RING', from: '2026-12-01', distance: 'far' },
        {
          subject: 'kurierregeln',
          code: 'kurier',
          from: '2026-12-01',
          directSurcharge: '101',
          nowMinutes: '4',
        },
      ])
        await assertRefused(changeCatalogue(clerk, input), 'invalid');
      for (const code of ['RING-BERLIN', 'RING-NOWHERE', 'RING', '-'])
        await assertRefused(
          changeCatalogue(clerk, { subject: 'kurierstrecken', code, from: '2026-12-01', distance: 'near' }),
          'not-found',
        );
      await assertRefused(
        changeCatalogue({ ...clerk, actor: { kind: 'carrier', name: 'B', roles: ['billing'] } }, FARES),
        'staff-role-required',
      );
    });
  });

  it('have pages in both languages, from the overview to the check', async (t) => {
    const { portal } = await arrange(t);
    const client = await clerkAt(portal, 'catalogue');
    const overview = await client.get('/desk/katalog');
    await assertValidHtml(overview.html);
    const links = [...overview.html.matchAll(/href="(\/desk\/katalog\/kurier[^"]+)"/g)].map(
      ([, href]) => href,
    );
    assert.equal(new Set(links).size, 4 + 4 + 3 + 6 + 1);
    for (const language of ['de', 'en']) {
      await client.get('/desk/katalog');
      await client.submit('/desk/sprache', { language });
      for (const path of [
        'kurierfahrzeuge/BIKE',
        'kurierpreise/BIKE',
        'kurierzonen/RING',
        'kurierstrecken/BERLIN-RING',
        'kurierregeln/kurier',
      ]) {
        const shown = await client.get(`/desk/katalog/${path}`);
        assert.equal(shown.status, 200, path);
        await assertValidHtml(shown.html);
      }
      const { subject: _, code, ...fares } = FARES;
      const query = new URLSearchParams({ ...fares, from: '2026-12-01' });
      const check = await client.get(`/desk/katalog/kurierpreise/${code}/pruefen?${query}`);
      assert.equal(check.status, 200);
      await assertValidHtml(check.html);
    }
  });
});
