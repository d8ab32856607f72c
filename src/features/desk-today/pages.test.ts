import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { berlin } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf, pickupInput } from '../../../test/support/orders.ts';
import { clerkAt } from '../../../test/support/staff.ts';
import { bookPickup } from '../pickups/index.ts';
import { markUnconfirmed } from './index.ts';

const portal = await testApp();
const { database } = portal;
const ids = await idsOf(database);
const admin = await ctxFor({ db: database.app, jobs: portal.services.jobs });
async function pickup(slot = '2026-11-30T10:00'): Promise<string> {
  await database.owner.sql('update slot set booked = 0');
  const [order] = await bookPickup(admin, pickupInput(ids, { slot }));
  assert.ok(order);
  return order.number;
}
beforeEach(() => portal.clock.set('2026-11-30T11:00'));
portal.clock.set('2026-11-30T11:00');
const clerk = await clerkAt(portal, 'dispatch');
const tickOf = (html: string, number: string) => new RegExp(`${number}\\.\\d+`).exec(html)?.[0] ?? '';

describe('the day of the desk', () => {
  it('lists what is due, counts it, and lets one click end it', async () => {
    const number = await pickup();
    const page = await clerk.get('/desk/heute');
    assert.equal(page.status, 200);
    assert.ok(page.text.includes(number));
    assert.match(page.text, /Aufträge am Montag, 30\. November 2026/);
    await assertValidHtml(page.html);
    const after = await clerk.post('/desk/heute', { einzeln: `complete:${tickOf(page.html, number)}` });
    assert.match(after.text, /1 Auftrag ist bearbeitet\./);
    assert.match(after.text, /ausgeführt um 11:00/);
    const back = await clerk.post('/desk/heute', { einzeln: `undo:${tickOf(after.html, number)}` });
    assert.match(back.text, /1 Auftrag ist bearbeitet\./);
  });

  it('takes a step with everything that is ticked and goes back to the same list', async () => {
    const numbers = [await pickup(), await pickup()];
    const page = await clerk.get('/desk/heute?stand=open');
    const after = await clerk.post('/desk/heute', {
      schritt: 'assign',
      auftrag: numbers.map((number) => tickOf(page.html, number)),
      fahrtour: 'Mitte 3',
      fahrer: 'Jo <b>',
      'f-tag': '2026-11-30',
      'f-stand': 'open',
    });
    assert.match(page.html, /<select[^>]*name="fahrtour"[^>]*>.*<option value="Mitte 3">Mitte 3<\/option>/);
    assert.match(after.address, /tag=2026-11-30&stand=open&getan=2/);
    assert.match(after.text, /Mitte 3, Jo <b>/);
    const tour = await clerk.get('/desk/heute?tag=2026-11-30&tour=Mitte+3');
    for (const number of numbers) assert.ok(tour.text.includes(number));
    assert.equal(
      (await clerk.get('/desk/heute?tag=2026-11-30&tour=Nirgends')).text.includes(numbers[0] ?? ''),
      false,
    );
  });

  it('tells the second clerk who was faster, and answers a script with the same', async () => {
    const number = await pickup();
    const page = await clerk.get('/desk/heute');
    const tick = tickOf(page.html, number);
    const second = await clerkAt(portal, 'dispatch');
    await second.get('/desk/heute');
    await second.post('/desk/heute', { schritt: 'complete', auftrag: tick });
    await clerk.get('/desk/heute');
    const late = await clerk.post('/desk/heute', { schritt: 'complete', auftrag: tick });
    assert.equal(late.status, 409);
    assert.match(late.text, /Ein Auftrag blieb, wie er ist/);
    assert.match(late.text, new RegExp(`${number}: Carla Clerk hat den Auftrag bearbeitet`));
    const json = await clerk.post(
      '/desk/heute',
      { schritt: 'complete', auftrag: tick },
      { headers: { accept: 'application/json' } },
    );
    const answer = JSON.parse(json.html);
    assert.equal(answer.done, 0);
    assert.match(answer.refused[0], /Carla Clerk/);
  });

  it('says what is missing beside its field', async () => {
    const number = await pickup();
    const page = await clerk.get('/desk/heute');
    const tick = tickOf(page.html, number);
    for (const [fields, said] of [
      [{ schritt: 'fail', auftrag: tick }, /Grund: /],
      [{ schritt: 'assign', auftrag: tick }, /Tour: /],
      [{ schritt: 'accept' }, /Aufträge: Bitte mindestens eines ankreuzen/],
      [{ schritt: 'tanzen', auftrag: tick }, /Bitte etwas aus der Liste wählen/],
    ] as const) {
      const answer = await clerk.post('/desk/heute', fields);
      assert.equal(answer.status, 422);
      assert.match(answer.text, said);
      await assertValidHtml(answer.html);
    }
  });

  it('shows one service with everything that can be said about its end', async () => {
    const number = await pickup();
    const page = await clerk.get(`/desk/heute/${number}`);
    await assertValidHtml(page.html);
    const auftrag = tickOf(page.html, number);
    const wrong = await clerk.post(`/desk/heute/${number}`, {
      schritt: 'complete',
      auftrag,
      uhrzeit: '9 Uhr',
      stueck: 'viele',
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Uhrzeit: Bitte eine Uhrzeit eingeben/);
    assert.match(wrong.text, /Stück: Bitte eine ganze Zahl eingeben/);
    assert.ok(wrong.html.includes('value="viele"'));
    const done = await clerk.post(`/desk/heute/${number}`, {
      schritt: 'complete',
      auftrag,
      uhrzeit: '10:20',
      stueck: '120',
      mitgenommen: '2',
    });
    assert.match(done.text, /um 10:20, 120 Stück, 2 Kisten zurück/);
    assert.equal((await clerk.get('/desk/heute/A-2026-999999')).status, 404);
  });

  it('goes onto paper and into a file', async () => {
    const number = await pickup();
    const paper = await clerk.get('/desk/heute/druck?tag=2026-11-30');
    assert.ok(paper.text.includes(number));
    await assertValidHtml(paper.html);
    const file = await clerk.get('/desk/heute/csv?tag=2026-11-30');
    assert.match(file.headers.get('content-disposition') ?? '', /tour-2026-11-30\.csv/);
    assert.ok(file.html.includes(number));
  });

  it('shows the zone of the tours, filters by it, and says it in the file', async () => {
    const theirs = await idsOf(database, 'D100003');
    const other = await ctxFor({ db: database.app, jobs: portal.services.jobs, customer: 'D100003' });
    const west = await pickup('2026-12-01T10:00');
    const [order] = await bookPickup(
      { ...other, now: admin.now },
      pickupInput(ids, { slot: '2026-12-01T10:00', addressId: theirs.address('Lager') }),
    );
    const east = order?.number ?? '';
    const shown = async (query: string) => {
      const page = await clerk.get(`/desk/heute?tag=2026-12-01${query}`);
      assert.equal(page.status, 200, query);
      return [west, east].map((number) => page.text.includes(number));
    };
    const all = await clerk.get('/desk/heute?tag=2026-12-01');
    assert.match(all.text, /Westen \(1\).*Südosten \(1\).*Ohne Gebiet \(0\)/s);
    await assertValidHtml(all.html);
    assert.deepEqual(await shown('&gebiet=SOUTH_EAST'), [false, true]);
    assert.deepEqual(await shown('&gebiet=WEST'), [true, false]);
    assert.deepEqual(await shown('&gebiet=-'), [false, false]);
    assert.deepEqual(await shown(`&gebiet=${encodeURIComponent("' or 1=1 --")}`), [false, false]);
    assert.deepEqual(await shown(`&gebiet=${'x'.repeat(100)}`), [true, true]);
    const file = (await clerk.get('/desk/heute/csv?tag=2026-12-01&gebiet=SOUTH_EAST')).html;
    assert.match(file.split('\n')[0] ?? '', /Gebiet/);
    assert.ok(file.includes(east) && file.includes('Südosten') && !file.includes(west));
    assert.match((await clerk.get(`/desk/heute/${east}`)).text, /Gebiet\s*Südosten/);
  });

  it('pages through a day by where it stands', async () => {
    const page = await clerk.get('/desk/heute?ab=10:00_0');
    assert.equal(page.status, 200);
    for (const ab of ['x', '25:00_1', "10:00_1' or 1=1"]) {
      assert.equal(
        (await clerk.get(`/desk/heute?${new URLSearchParams({ ab, tag: 'gestern' })}`)).status,
        200,
      );
    }
  });

  it('finds an order by its number and a firm by its own', async () => {
    const number = await pickup();
    for (const suche of [number, number.slice(2), 'd 100001']) {
      const found = await clerk.get(`/desk/heute?${new URLSearchParams({ suche, tag: '2026-11-30' })}`);
      assert.ok(found.text.includes(number), suche);
    }
    const none = await clerk.get('/desk/heute?suche=%3Cscript%3E&tag=2026-11-30');
    assert.match(none.text, /Nichts zu tun/);
  });
});

describe('a service that did not happen', () => {
  it('is told to whoever ordered it, with choices that lead to filled-in forms', async () => {
    const number = await pickup();
    const page = await clerk.get('/desk/heute');
    await clerk.post('/desk/heute', {
      schritt: 'fail',
      auftrag: tickOf(page.html, number),
      grund: 'vehicle',
      anmerkung: 'Reifenpanne',
    });
    await portal.drain();
    const letter = (await portal.letters()).at(-1);
    assert.equal(letter?.subject, `Nicht ausgeführt: Auftrag ${number}`);
    assert.match(letter?.text ?? '', /Unser Fahrzeug ist ausgefallen\./);
    assert.match(letter?.text ?? '', /Reifenpanne/);
    assert.match(letter?.text ?? '', /Er wird nicht berechnet/);
    for (const choice of ['heute', 'morgen', 'einlieferung']) {
      assert.ok(letter?.text.includes(`http://portal.test/auftraege/${number}/ersatz?wunsch=${choice}`));
    }
    const customer = portal.client();
    await customer.signIn('D100001', 'admin@d100001.example');
    const tomorrow = await customer.get(`/auftraege/${number}/ersatz?wunsch=morgen`);
    assert.match(tomorrow.address, /^\/abholungen\/neu\?.*slot=2026-12-01T10%3A00/);
    assert.match(tomorrow.address, /addressId=/);
    const all = await customer.get(`/auftraege/${number}/ersatz`);
    assert.match(all.text, /Heute noch/);
    await assertValidHtml(all.html);
    // another firm's order is not found, one that did not fail has no choices
    const other = portal.client();
    await other.signIn('D100003', 'admin@d100003.example');
    assert.equal((await other.get(`/auftraege/${number}/ersatz`)).status, 404);
    const fine = await pickup();
    assert.equal((await customer.get(`/auftraege/${fine}/ersatz`)).address, `/auftraege/${fine}`);
  });

  it('is told even when nobody was there to say so', async () => {
    const number = await pickup();
    portal.clock.set(berlin('2026-11-30T14:00:01'));
    await markUnconfirmed(carrierCtx({ db: database.app, jobs: portal.services.jobs, now: portal.clock() }));
    await portal.drain();
    const letter = (await portal.letters()).find(
      ({ subject }) => subject === `Nicht ausgeführt: Auftrag ${number}`,
    );
    assert.match(letter?.text ?? '', /keine Bestätigung/);
  });
});
