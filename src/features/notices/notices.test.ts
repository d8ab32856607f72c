import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { berlin } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf, pickupInput } from '../../../test/support/orders.ts';
import { personIdFor } from '../../../test/support/people.ts';
import { clerkCtx } from '../../../test/support/staff.ts';
import { assignCourier, bookRide, courierDelivered, courierPickedUp } from '../couriers/index.ts';
import { rideInput } from '../couriers/test-support/sample.fixture.ts';
import { takeStep } from '../desk-today/index.ts';
import { cancelOrder, finishOrder } from '../orders/index.ts';
import { bookPickup } from '../pickups/index.ts';
import { queueNotices, remindOfDeadlines } from './jobs.ts';
import { markNotices } from './mark-notices.ts';

const portal = await testApp({ at: '2026-11-23T10:00' });
const { services, database } = portal;
const { owner } = database;
const options = { db: services.db, jobs: services.jobs };
const admin = await ctxFor(options);
const clerk = await ctxFor({
  ...options,
  user: 'mitarbeit',
  grants: { rights: ['orders.place', 'orders.cancel'] },
});
const carrier = carrierCtx({ ...options, customer: admin.customer });
const ids = await idsOf(database);
const clerkId = await personIdFor(database, 'mitarbeit@d100001.example');

async function book(ctx = clerk, slot = '2026-12-01T10:00') {
  const [order] = await bookPickup(ctx, pickupInput(ids, { slot }));
  return order?.number ?? '';
}

/** Does what the clock would do. */
async function tick(job: typeof queueNotices | typeof remindOfDeadlines = queueNotices) {
  await services.db.transaction(undefined, (tx) => services.jobs.enqueue(tx, job, {}));
  await portal.drain();
}

const notices = () =>
  owner.sql<{ kind: string; email: string; number: string }>(
    `select n.kind, p.email, o.number from notice n join person p on p.id = n.person_id
     left join service_order o on o.id = n.order_id where n.kind <> 'placed' order by n.id`,
  );

const subjects = async () =>
  (await portal.letters()).map(({ recipient, subject }) => `${recipient}: ${subject}`);

beforeEach(async () => {
  portal.clock.set('2026-11-23T10:00');
  await portal.drain();
  await owner.sql('delete from notice');
  await owner.sql('delete from notification_preference');
  await owner.sql('delete from mail');
  // not about places, which every test would use up
  await owner.sql('update slot set booked = 0');
});

describe('a notice', () => {
  it('goes to whoever placed the order, when somebody else does something to it', async () => {
    const [theirs, own] = [await book(), await book()];
    await cancelOrder(admin, { number: theirs });
    await cancelOrder(clerk, { number: own });
    assert.deepEqual(await notices(), [
      { kind: 'cancelled', email: 'mitarbeit@d100001.example', number: theirs },
    ]);
  });

  it('goes to the main contact when whoever placed the order has left', async () => {
    const number = await book();
    await owner.sql('update membership set is_active = false where person_id = $1', [clerkId]);
    await finishOrder(carrier, { number, status: 'completed' });
    await owner.sql('update membership set is_active = true where person_id = $1', [clerkId]);
    const [main] = await owner.sql<{ email: string }>(
      `select p.email from membership m join person p on p.id = m.person_id
       where m.is_main_contact and m.customer_id = $1`,
      [admin.customer.id],
    );
    assert.deepEqual(
      (await notices()).map(({ kind, email }) => [kind, email]),
      main ? [['completed', main.email]] : [],
    );
  });

  it('is mailed once, however many processes look, and one letter tells everything that is new', async () => {
    const [one, other] = [await book(), await book(clerk, '2026-12-02T10:00')];
    await portal.drain();
    await owner.sql('delete from mail');
    await cancelOrder(admin, { number: one });
    await cancelOrder(admin, { number: other });
    await Promise.all([tick(), tick(), tick()]);
    await tick();
    const letters = (await portal.letters()).filter(({ recipient }) => recipient.startsWith('mitarbeit'));
    assert.deepEqual(
      letters.map(({ subject }) => subject),
      ['2 neue Mitteilungen zu Ihren Aufträgen'],
    );
    assert.ok(letters[0]?.text.includes(`http://portal.test/auftraege/${other}`));
  });

  it('comes by mail as the person prefers, and in the portal in any case', async () => {
    const number = await book();
    await finishOrder(carrier, { number, status: 'completed' });
    await tick();
    assert.ok(!(await subjects()).some((subject) => /ausgeführt/.test(subject)), 'not unless chosen');
    await owner.sql(
      `insert into notification_preference (person_id, order_confirmations, status_changes, deadline_reminders, new_documents, completions)
       values ($1, false, false, false, false, true)`,
      [clerkId],
    );
    const second = await book();
    await finishOrder(carrier, { number: second, status: 'completed' });
    const third = await book();
    await cancelOrder(admin, { number: third });
    await tick();
    assert.deepEqual(
      (await subjects()).filter((subject) => /^mitarbeit.*: Auftrag /.test(subject)),
      [`mitarbeit@d100001.example: Auftrag ${second} ist ausgeführt`],
    );
    assert.equal((await notices()).length, 3);
  });
});

describe('the steps of an order', () => {
  it('are all there: that it was placed is read already, whoever did not place it reads it as new', async () => {
    const own = await book();
    const placed = () =>
      owner.sql<{ number: string; email: string; isNew: boolean }>(
        `select o.number, p.email, n.read_at is null as "isNew" from notice n join person p on p.id = n.person_id
         join service_order o on o.id = n.order_id where n.kind = 'placed' order by n.id`,
      );
    assert.deepEqual(await placed(), [{ number: own, email: 'mitarbeit@d100001.example', isNew: false }]);
    const theirs = await book({ ...clerk, actor: carrier.actor }, '2026-12-02T10:00');
    const [, second] = await placed();
    assert.deepEqual([second?.number, second?.isNew], [theirs, true]);
    await tick();
    assert.ok(
      !(await subjects()).some((subject) => /ist eingegangen/.test(subject)),
      'the confirmation says it',
    );
  });

  it('of an accepted order come by mail to those who ask for it', async () => {
    const clerkAtDesk = await clerkCtx(database, {
      jobs: services.jobs,
      now: portal.clock(),
      roles: ['dispatch'],
    });
    const accept = async () => {
      const number = await book();
      await takeStep(clerkAtDesk, { step: 'accept', orders: [{ number, version: 1 }] });
      await tick();
      return number;
    };
    const quiet = await accept();
    assert.deepEqual(
      (await notices()).map(({ kind, number }) => [kind, number]),
      [['accepted', quiet]],
    );
    assert.ok(!(await subjects()).some((subject) => /angenommen/.test(subject)));
    await owner.sql(
      `insert into notification_preference (person_id, order_confirmations, status_changes, deadline_reminders, new_documents, steps)
       values ($1, false, false, false, false, true)`,
      [clerkId],
    );
    const told = await accept();
    assert.ok((await subjects()).includes(`mitarbeit@d100001.example: Auftrag ${told} ist angenommen`));
  });

  it('of a ride say who rides and who took it, with the time; its letters tell them once', async () => {
    const [ride] = await bookRide(clerk, rideInput(ids));
    const number = ride?.number ?? '';
    await assignCourier(carrier, { number, rider: 'Mira <b>Rad</b>' });
    const onItsDay = { ...carrier, now: berlin('2026-11-30T10:20') };
    await courierPickedUp(onItsDay, { number });
    await courierDelivered(
      { ...carrier, now: berlin('2026-11-30T10:45') },
      { number, receivedBy: 'Frau Beispiel' },
    );
    assert.deepEqual(
      (await notices()).map(({ kind, email }) => [kind, email]),
      ['ride-assigned', 'ride-picked-up', 'ride-delivered'].map((kind) => [
        kind,
        'mitarbeit@d100001.example',
      ]),
    );
    await tick();
    const told = (await subjects()).filter((subject) => subject.includes(number));
    assert.equal(told.filter((subject) => /[Zz]ugestellt/.test(subject)).length, 1);
    const browser = portal.client();
    await browser.signIn('D100001', 'mitarbeit@d100001.example');
    const page = await browser.get('/mitteilungen');
    await assertValidHtml(page.html);
    assert.match(page.text, new RegExp(`Kurierfahrt ${number}: zugestellt`));
    assert.match(page.text, /Entgegengenommen von: Frau Beispiel · Zeitpunkt: Mo\., 30\.11\.2026, 10:45/);
    assert.match(page.text, /Fahrer: Mira <b>Rad<\/b>/);
  });
});

describe('a reminder', () => {
  // the pickup of Tuesday can be changed and cancelled until Monday at 16:00
  const deadline = berlin('2026-11-30T16:00');
  for (const [when, at, count] of [
    ['more than a day before', deadline.subtract({ hours: 24, seconds: 1 }), 0],
    ['a day before', deadline.subtract({ hours: 24 }), 1],
    ['a second before the deadline', deadline.subtract({ seconds: 1 }), 1],
    ['at the deadline', deadline, 0],
  ] as const) {
    it(`is written ${when}: ${count}`, async () => {
      await owner.sql(
        "update service_order set status = 'completed', completed_at = placed_at where status = 'placed'",
      );
      await owner.sql('delete from notice');
      const number = await book();
      portal.clock.set(at);
      await tick(remindOfDeadlines);
      await tick(remindOfDeadlines);
      assert.deepEqual(
        (await notices()).filter((one) => one.number === number).map(({ kind }) => kind),
        Array.from({ length: count }, () => 'reminder'),
      );
      const letters = (await subjects()).filter((subject) => /Frist läuft bald ab/.test(subject));
      assert.equal(letters.length, count);
    });
  }

  it('is not for who ordered within the day, nor for what is cancelled', async () => {
    await owner.sql(
      "update service_order set status = 'completed', completed_at = placed_at where status = 'placed'",
    );
    await owner.sql('delete from notice');
    const gone = await book();
    await cancelOrder(clerk, { number: gone });
    portal.clock.set(deadline.subtract({ hours: 23 }));
    await bookPickup({ ...clerk, now: portal.clock() }, pickupInput(ids, { slot: '2026-12-01T10:00' }));
    await tick(remindOfDeadlines);
    assert.deepEqual(await notices(), []);
  });

  it('is written once by two processes at the same moment', async () => {
    await book();
    portal.clock.set(deadline.subtract({ hours: 1 }));
    const at = portal.clock();
    await Promise.all(
      [1, 2, 3].map(() =>
        services.db.sql('select remind_of_deadlines($1, make_interval(hours => 24))', [at]),
      ),
    );
    const found = await notices();
    assert.equal(new Set(found.map(({ number }) => number)).size, found.length);
    assert.ok(found.length > 0);
  });
});

describe('the list of notices', () => {
  it('counts what is new in the header, marks it as read, and shows nobody else’s', async () => {
    const number = await book();
    await cancelOrder(admin, { number });
    const browser = portal.client();
    await browser.signIn('D100001', 'mitarbeit@d100001.example');
    const page = await browser.get('/mitteilungen');
    await assertValidHtml(page.html);
    assert.match(page.text, new RegExp(`Auftrag ${number} wurde storniert`));
    assert.match(page.html, /Mitteilungen, 1 neue/);
    const colleague = portal.client();
    await colleague.signIn('D100001', 'admin@d100001.example');
    assert.ok(!(await colleague.get('/mitteilungen')).text.includes(number));

    const [row] = await owner.sql<{ id: number }>("select id from notice where kind = 'cancelled'");
    assert.deepEqual(await markNotices(admin, { id: row?.id }), { marked: 0 });
    const done = await browser.submit('/mitteilungen/gelesen', { id: `${row?.id}` });
    assert.doesNotMatch(done.html, /neue</);
    assert.match(done.text, /Als gelesen markiert/);
    assert.deepEqual(await markNotices(clerk, {}), { marked: 0 });
  });

  it('takes no hostile page or id', async () => {
    const browser = portal.client();
    await browser.signIn('D100001', 'mitarbeit@d100001.example');
    for (const before of ['-1', '0', '9'.repeat(30), "';--", '%00']) {
      assert.equal((await browser.get(`/mitteilungen?before=${before}`)).status, 200, before);
    }
    for (const id of ['x', '-1', '99999999999999999999', '1.5']) {
      const answer = await browser.post('/mitteilungen/gelesen', { id });
      assert.equal(answer.status, 422, id);
    }
  });
});
