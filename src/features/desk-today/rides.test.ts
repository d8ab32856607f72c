import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testApp } from '../../../test/support/app.ts';
import { berlin } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf, pickupInput } from '../../../test/support/orders.ts';
import { assertUnchanged } from '../../../test/support/refused.ts';
import { clerkAt } from '../../../test/support/staff.ts';
import { query } from '../../platform/db/database.ts';
import { bookRide, cancelRide, findRide } from '../couriers/index.ts';
import { rideInput } from '../couriers/test-support/sample.fixture.ts';
import { bookPickup } from '../pickups/index.ts';
import { takeRideStep } from './take-ride-step.ts';

const portal = await testApp();
const { database } = portal;
const { jobs } = portal.services;
const ids = await idsOf(database);
const admin = await ctxFor({ db: database.app, jobs });
portal.clock.set('2026-11-30T11:00');
const clerk = await clerkAt(portal, 'dispatch');
beforeEach(async () => {
  portal.clock.set('2026-11-30T11:00');
  // forms are sent from a page
  await clerk.get('/desk/heute');
});

/** A ride of Monday, 30 November, 10 to 11, booked a week before. */
async function ride(slot = '2026-11-30T10:00'): Promise<string> {
  await database.owner.sql('update slot set booked = 0');
  const [order] = await bookRide(admin, rideInput(ids, { slot }));
  return order?.number ?? assert.fail('not booked');
}
const at = (number: string) => `/desk/heute/${number}`;
const steps = (number: string) => `${at(number)}/kurier`;
const tickOf = (html: string, number: string) => new RegExp(`${number}\\.\\d+`).exec(html)?.[0] ?? '';
const eventsOf = (number: string) =>
  database.app.transaction(admin.customer.id, async (tx) => {
    const [order] = await tx.all(query.selectFrom('service_order').select('id').where('number', '=', number));
    const found = (await findRide(tx, order?.id ?? 0)) ?? assert.fail('no ride');
    return found.events.map(({ step, name, at: time }) => [step, name, `${time}`]);
  });

describe('a courier ride on the day of the desk', () => {
  it('goes from its rider to its receiver on its page, and the firm sees every step', async () => {
    const number = await ride();
    const day = await clerk.get('/desk/heute');
    assert.ok(day.html.includes(`href="${at(number)}">Fahrer zuteilen`));
    await assertValidHtml(day.html);
    const open = await clerk.get(at(number));
    await assertValidHtml(open.html);
    assert.doesNotMatch(open.html, /value="complete"|name="fahrtour"|name="empfaenger"/);

    const assigned = await clerk.post(steps(number), { schritt: 'assigned', fahrer: 'Mira <b>Rad</b>' });
    assert.equal(assigned.address, at(number));
    assert.match(assigned.text, /Mira <b>Rad<\/b>/);
    portal.clock.set('2026-11-30T11:30');
    const collected = await clerk.post(steps(number), { schritt: 'picked-up', uhrzeit: '11:10' });
    assert.match(collected.text, /abgeholt/);
    await assertValidHtml(collected.html);
    const delivered = await clerk.post(steps(number), {
      schritt: 'delivered',
      empfaenger: 'Frau Beispiel',
      uhrzeit: '11:25',
    });
    assert.match(delivered.text, /ausgeführt um 11:25, an Frau Beispiel/);
    assert.doesNotMatch(delivered.html, /name="fahrer"|name="empfaenger"/);
    await assertValidHtml(delivered.html);
    assert.deepEqual((await eventsOf(number)).slice(1), [
      ['assigned', 'Mira <b>Rad</b>', `${berlin('2026-11-30T11:00')}`],
      ['picked-up', 'Mira <b>Rad</b>', `${berlin('2026-11-30T11:10')}`],
      ['delivered', 'Frau Beispiel', `${berlin('2026-11-30T11:25')}`],
    ]);

    const customer = portal.client();
    await customer.signIn('D100001', 'admin@d100001.example');
    const followed = await customer.get(`/kuriere/${number}`);
    assert.match(followed.text, /Fahrer: Mira <b>Rad<\/b>/);
    assert.match(followed.text, /11:10/);
    assert.match(followed.text, /11:25.*entgegengenommen von Frau Beispiel/s);
    await portal.drain();
    assert.ok(
      (await portal.letters()).some(({ subject }) => subject === `Zugestellt: Kurierfahrt ${number}`),
    );
  });

  it('says in English what comes next', async () => {
    const number = await ride();
    const english = await clerkAt(portal, 'dispatch');
    await english.get(at(number));
    await english.submit('/desk/sprache', { language: 'en' });
    const page = await english.get(at(number));
    assert.match(page.text, /Assign rider/);
    assert.match(page.text, /From now on cancelling costs the base fee/);
  });

  it('is neither given to a tour nor done with everything that is ticked', async () => {
    const number = await ride();
    await clerk.post(steps(number), { schritt: 'assigned', fahrer: 'Mira Rad' });
    const auftrag = tickOf((await clerk.get('/desk/heute')).html, number);
    await assertUnchanged(database, async () => {
      for (const fields of [
        { schritt: 'complete', auftrag, fahrtour: '' },
        { schritt: 'assign', auftrag, fahrtour: 'Mitte 3' },
      ]) {
        const answer = await clerk.post('/desk/heute', fields);
        assert.equal(answer.status, 409);
        assert.match(answer.text, new RegExp(`${number}: .*Fahrer, Abholung und Zustellung`));
      }
    });
  });

  it('says beside its field what is wrong, and keeps what was typed', async () => {
    const number = await ride();
    const wrong = async (fields: Record<string, string>, said: RegExp) => {
      const answer = await clerk.post(steps(number), fields);
      assert.equal(answer.status, 422);
      assert.match(answer.text, said);
      await assertValidHtml(answer.html);
      return answer;
    };
    await wrong({ schritt: 'assigned', fahrer: ' ' }, /Fahrer: /);
    await wrong({ schritt: 'assigned', fahrer: 'x'.repeat(101) }, /Fahrer: /);
    await wrong({ schritt: 'fliegen' }, /Bitte etwas aus der Liste wählen/);
    await clerk.post(steps(number), { schritt: 'assigned', fahrer: 'Mira Rad' });
    const typed = await wrong(
      { schritt: 'picked-up', uhrzeit: '25:00' },
      /Uhrzeit: Bitte eine Uhrzeit eingeben/,
    );
    assert.ok(typed.html.includes('value="25:00"'));
    await wrong({ schritt: 'picked-up', uhrzeit: '11:01' }, /Uhrzeit: Das liegt in der Zukunft/);
    await wrong({ schritt: 'picked-up', uhrzeit: '10:59' }, /Uhrzeit: Das liegt vor dem Schritt davor/);
    const now = await clerk.post(steps(number), { schritt: 'picked-up', uhrzeit: '11:00' });
    assert.equal(now.status, 200);
    await wrong({ schritt: 'delivered', empfaenger: '' }, /Empfänger: /);
  });

  it('tells the second clerk that somebody was faster, also with what the day still shows', async () => {
    const number = await ride();
    const auftrag = tickOf((await clerk.get(at(number))).html, number);
    const second = await clerkAt(portal, 'dispatch');
    await second.get(at(number));
    await second.post(steps(number), { schritt: 'assigned', fahrer: 'Mira Rad' });
    await assertUnchanged(database, async () => {
      const late = await clerk.post(steps(number), { schritt: 'assigned', fahrer: 'Zweite Fahrerin' });
      assert.equal(late.status, 409);
      assert.match(late.text, /Jemand war schneller/);
      assert.match(late.text, /Mira Rad/);
      const skipped = await clerk.post(steps(number), { schritt: 'delivered', empfaenger: 'X' });
      assert.equal(skipped.status, 409);
      const failed = await clerk.post('/desk/heute', { schritt: 'fail', auftrag, grund: 'vehicle' });
      assert.match(failed.text, /Carla Clerk hat den Auftrag bearbeitet/);
    });
  });

  it('has no rider once it is cancelled, and no pickup before its day', async () => {
    const cancelled = await ride();
    await cancelRide(admin, { number: cancelled, fee: 0 });
    assert.equal((await clerk.post(steps(cancelled), { schritt: 'assigned', fahrer: 'Mira' })).status, 409);
    const number = await ride('2026-12-01T10:00');
    const assigned = await clerk.post(steps(number), { schritt: 'assigned', fahrer: 'Mira' });
    assert.doesNotMatch(assigned.html, /value="picked-up"/);
    const early = await clerk.post(steps(number), { schritt: 'picked-up' });
    assert.equal(early.status, 409);
    assert.equal((await eventsOf(number)).length, 2);
  });

  it('goes back a step that was a slip, and the firm gets a correction', async () => {
    const number = await ride();
    const undo = (schritt: string) => clerk.post(`${steps(number)}/zurueck`, { schritt });
    await clerk.post(steps(number), { schritt: 'assigned', fahrer: 'Mira Rad' });
    await clerk.post(steps(number), { schritt: 'picked-up' });
    await clerk.post(steps(number), { schritt: 'delivered', empfaenger: 'Frau Beispiel' });
    const page = await clerk.get(at(number));
    assert.match(page.text, /Letzter Schritt: Zugestellt/);
    await assertUnchanged(database, async () => assert.equal((await undo('picked-up')).status, 409));
    const open = await undo('delivered');
    assert.equal(open.address, at(number));
    assert.match(open.text, /abgeholt/);
    assert.doesNotMatch(open.text, /Frau Beispiel/);
    await assertValidHtml(open.html);
    assert.deepEqual(
      (await eventsOf(number)).map(([step]) => step),
      ['placed', 'assigned', 'picked-up'],
    );
    await undo('picked-up');
    await undo('assigned');
    assert.match(clerk.page.text, /Fahrer zuteilen/);
    assert.doesNotMatch(clerk.page.text, /Mira Rad/);
    // replayed, it finds nothing more to take back
    await assertUnchanged(database, async () => {
      assert.equal((await undo('assigned')).status, 409);
      assert.equal((await undo('placed')).status, 422);
      assert.equal((await undo('<script>')).status, 422);
    });
    await portal.drain();
    const letters = (await portal.letters()).filter(({ subject }) => subject.endsWith(number));
    assert.ok(letters.some(({ subject }) => subject === `Berichtigung: Kurierfahrt ${number}`));
    assert.ok(
      !letters.some(({ subject }) => subject.startsWith('Zugestellt')),
      'nobody is told what is not so',
    );
    const again = await clerk.post(steps(number), { schritt: 'assigned', fahrer: 'Tarek Tempo' });
    assert.match(again.text, /Tarek Tempo/);
  });

  it('makes the open pages of other clerks look again, forwards and back', async () => {
    const number = await ride();
    const answer = await portal.app.request('http://portal.test/desk/heute/live?tag=2026-11-30', {
      headers: { accept: 'text/event-stream', cookie: clerk.cookie ?? '' },
    });
    const reader = answer.body?.getReader() ?? assert.fail('no stream');
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    assert.match(await next(), /retry/);
    // the first look says from where on it counts
    await sleep(300);
    await clerk.post(steps(number), { schritt: 'assigned', fahrer: 'Mira Rad' });
    assert.match(await next(), /changed/);
    await clerk.post(`${steps(number)}/zurueck`, { schritt: 'assigned' });
    assert.match(await next(), /changed/);
    await reader.cancel();
  });

  it('keeps its last step from the next day on', async () => {
    const number = await ride();
    await clerk.post(steps(number), { schritt: 'assigned', fahrer: 'Mira Rad' });
    portal.clock.set('2026-12-01T00:00');
    const morning = await clerkAt(portal, 'dispatch');
    assert.doesNotMatch((await morning.get(at(number))).text, /Letzter Schritt/);
    const late = await morning.post(`${steps(number)}/zurueck`, { schritt: 'assigned' });
    assert.equal(late.status, 409);
    assert.match(late.text, /selben Tag|am Tag|Tag/);
  });

  it('is for dispatch, and for what is a ride', async () => {
    const number = await ride();
    const [pickup] = await bookPickup(admin, pickupInput(ids));
    const fields = { schritt: 'assigned', fahrer: 'Mira' };
    const billing = await clerkAt(portal, 'billing');
    const customer = portal.client();
    await customer.signIn('D100001', 'admin@d100001.example');
    await clerk.get('/desk/heute');
    await billing.get('/desk');
    await customer.get('/kuriere');
    await assertUnchanged(database, async () => {
      assert.equal((await billing.post(steps(number), fields)).status, 403);
      await customer.post(steps(number), fields);
      assert.equal((await clerk.post(steps(pickup?.number ?? ''), fields)).status, 404);
      await clerk.get('/desk/heute');
      assert.equal((await clerk.post(steps('A-2026-999999'), fields)).status, 404);
      const input = { number, step: 'assigned', rider: 'Mira' };
      const desk = carrierCtx({ db: database.app, jobs });
      await assert.rejects(takeRideStep(admin, input), { message: 'not-found' });
      await assert.rejects(
        takeRideStep({ ...desk, actor: { kind: 'carrier', name: 'B', roles: ['billing'] } }, input),
        { message: 'staff-role-required' },
      );
    });
    assert.equal((await eventsOf(number)).length, 1);
  });
});
