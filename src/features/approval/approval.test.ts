import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import type { Client } from '../../../test/support/client.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { goodsInput, idsOf, pickupInput, placesTaken } from '../../../test/support/orders.ts';
import { addPerson, confirmedCtx } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { quantityField } from '../../domain/orders/index.ts';
import { Refused } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { jobCtx } from '../../platform/job-context.ts';
import { bookRide, changeRide } from '../couriers/index.ts';
import { rideInput } from '../couriers/test-support/sample.fixture.ts';
import { bookDropOff } from '../drop-offs/index.ts';
import { dropOffInput } from '../drop-offs/test-support/sample.fixture.ts';
import { placeGoodsOrder } from '../goods/index.ts';
import { cancelOrder, changeOrder } from '../orders/index.ts';
import { bookPickup, EXPRESS } from '../pickups/index.ts';
import { setUpPlan } from '../standing-pickups/index.ts';
import { planInput } from '../standing-pickups/plans.fixture.ts';
import { approveOrder, declineOrder, expireOrders, setApprovalRule, withdrawOrder } from './index.ts';

const portal = await testApp();
const { database, services, clock } = portal;
const { owner } = database;
const { jobs } = services;
// boxes on loan cost nothing; here they cost fifty cents each, so that an order that can be changed has an amount
await owner.sql("update product_price set unit_price = 5000 where product_code = 'BOX_SMALL'");
const ids = await idsOf(database);
const admin = await ctxFor({ db: database.app, jobs });
const clerk = await ctxFor({ db: database.app, jobs, user: 'mitarbeit' });
await addPerson(database, {
  email: 'chefin@d100001.example',
  name: 'Vera Vier',
  rights: ['orders.place', 'orders.approve'],
});
const approver = await confirmedCtx(database, jobs, { email: 'chefin@d100001.example' });
const stranger = await ctxFor({ db: database.app, jobs, customer: 'D100002' });
const idOf = ({ actor }: CustomerCtx) => (actor.kind === 'person' ? actor.personId : 0);

/** Goods for the Monday after; their deadline as the offers say it. */
const SLOT = '2026-11-30T10:00';

async function rule(isOn: boolean, above = '', fourEyes = false): Promise<void> {
  await setApprovalRule(admin, { isOn, above, fourEyes });
}

/** Everything off, and nobody watched: each test begins there. */
async function reset(): Promise<void> {
  await rule(false);
  await owner.sql('update membership set orders_need_approval = false where orders_need_approval');
}

async function watch(ctx: CustomerCtx): Promise<void> {
  await owner.sql('update membership set orders_need_approval = true where person_id = $1', [idOf(ctx)]);
}

async function orderBoxes(ctx: CustomerCtx = clerk, pieces = 20, slot = SLOT): Promise<string> {
  const [order] = await placeGoodsOrder(ctx, goodsInput(ids, { BOX_SMALL: pieces }, { slot }));
  return order?.number ?? assert.fail('nothing was placed');
}

async function stateOf(number: string) {
  const [row] = await owner.sql<{
    id: number;
    status: string;
    until: Temporal.Instant | null;
    reason: string | null;
    cancelUntil: Temporal.Instant | null;
  }>(
    `select id, status, approve_until as until, decline_reason as reason, cancel_until as "cancelUntil"
     from service_order where number = $1`,
    [number],
  );
  if (!row) return assert.fail(number);
  const events = await owner.sql<{ kind: string; who: number | null }>(
    'select kind, person_id as who from order_event where order_id = $1 order by id',
    [row.id],
  );
  return { ...row, events: events.map(({ kind, who }) => [kind, who]) };
}

const untilOf = async (number: string) => (await stateOf(number)).until ?? assert.fail('waits for nothing');

async function noticesOf(number: string) {
  const rows = await owner.sql<{ kind: string; who: number; isRead: boolean }>(
    `select n.kind, n.person_id as who, n.read_at is not null as "isRead" from notice n
     join service_order o on o.id = n.order_id where o.number = $1 order by n.id`,
    [number],
  );
  return rows.map(({ kind, who, isRead }) => `${kind} ${who}${isRead ? ' read' : ''}`);
}

const lettersAbout = async (number: string) =>
  (await portal.letters())
    .filter(({ subject, text }) => subject.includes(number) || text.includes(number))
    .map(({ recipient, subject }) => `${recipient}: ${subject.replaceAll(/A-\d{4}-\d+/g, 'A')}`);

describe('an order that needs approval', () => {
  it('waits with its place held, and whoever may approve is asked once', async () => {
    await reset();
    await rule(true, '1');
    const before = await placesTaken(database, 'delivery', SLOT);
    const number = await orderBoxes();
    const state = await stateOf(number);
    assert.equal(state.status, 'awaiting-approval');
    assert.deepEqual(state.events, [['awaiting-approval', idOf(clerk)]]);
    assert.equal(await placesTaken(database, 'delivery', SLOT), before + 1);
    assert.ok(state.until && Temporal.Instant.compare(state.until, clerk.now) > 0);

    await portal.drain();
    await portal.drain();
    assert.deepEqual(
      (await noticesOf(number)).sort(),
      [`approval-wanted ${idOf(admin)}`, `approval-wanted ${idOf(approver)}`].sort(),
    );
    const letters = await lettersAbout(number);
    assert.equal(letters.filter((one) => one.includes('Wartet auf Freigabe')).length, 1, letters.join('\n'));
    assert.equal(letters.filter((one) => one.includes('Bitte freigeben')).length, 2, letters.join('\n'));
    const asked = (await portal.letters()).find(
      ({ recipient, text }) =>
        recipient.startsWith('chefin@') && text.includes(`http://portal.test/auftraege/${number}\n`),
    );
    assert.ok(asked?.text.includes('Freigeben möglich bis'));
    await reset();
  });

  it('is placed by approving it, as it was promised', async () => {
    await reset();
    await rule(true, '1');
    const number = await orderBoxes();
    await portal.drain();
    const waiting = await stateOf(number);
    assert.deepEqual(await approveOrder(approver, { number }), { number });
    const state = await stateOf(number);
    assert.equal(state.status, 'placed');
    assert.equal(`${state.cancelUntil}`, `${waiting.cancelUntil}`);
    assert.deepEqual(state.events.at(-1), ['approved', idOf(approver)]);
    await portal.drain();
    assert.ok((await noticesOf(number)).includes(`approved ${idOf(clerk)}`));
    assert.ok((await noticesOf(number)).includes(`approval-wanted ${idOf(admin)} read`));
    assert.ok((await lettersAbout(number)).includes(`mitarbeit@d100001.example: Freigegeben: A`));
    const [entry] = await owner.sql<{ before: object; after: object; person_id: number }>(
      "select before, after, person_id from audit_entry where action = 'order.approve' and object = $1",
      [number],
    );
    assert.deepEqual(entry, {
      before: { status: 'awaiting-approval' },
      after: { status: 'placed' },
      person_id: idOf(approver),
    });
    await reset();
  });

  it('is declined with a reason, which gives the place back', async () => {
    await reset();
    await rule(true, '1');
    const before = await placesTaken(database, 'delivery', SLOT);
    const number = await orderBoxes();
    for (const reason of ['', '   ', '\u0000\u202e', 'x'.repeat(501)])
      await assertUnchanged(database, () =>
        assertRefused(declineOrder(approver, { number, reason }), 'invalid'),
      );
    await declineOrder(approver, { number, reason: "Zu viel <b>'\u202e Kisten</b> 📦" });
    const state = await stateOf(number);
    assert.equal(state.status, 'declined');
    assert.equal(state.reason, "Zu viel <b>' Kisten</b> 📦");
    assert.equal(await placesTaken(database, 'delivery', SLOT), before);
    await portal.drain();
    const [letter] = (await portal.letters()).filter(
      ({ subject }) => subject === `Nicht freigegeben: ${number}`,
    );
    assert.ok(letter?.text.includes("Zu viel <b>' Kisten</b> 📦"));
    assert.ok(letter?.html.includes('Zu viel &lt;b&gt;'));
    assert.ok((await noticesOf(number)).includes(`declined ${idOf(clerk)}`));
    await reset();
  });

  it('waits for nobody below the amount, nor while the rule is off', async () => {
    await reset();
    const off = await orderBoxes();
    await rule(true, '1000000');
    const below = await orderBoxes();
    for (const number of [off, below]) {
      const state = await stateOf(number);
      assert.deepEqual([state.status, state.until], ['placed', null]);
      await assertRefused(approveOrder(approver, { number }), {
        code: 'already-decided',
        decision: 'approved',
      });
    }
    await reset();
  });

  it('counts everything that is ordered together: all orders of the basket wait', async () => {
    await reset();
    const goods = { BOX_SMALL: 1, STAMP_STD_20: 1 };
    const placed = await placeGoodsOrder(admin, goodsInput(ids, goods));
    const nets = await owner.sql<{ net: number }>(
      'select net_cents as net from service_order where number = any ($1)',
      [placed.map(({ number }) => number)],
    );
    const total = nets.reduce((sum, { net }) => sum + net, 0);
    assert.ok(nets.every(({ net }) => net < total - 1));
    await rule(true, ((total - 1) / 100).toFixed(2));
    const waiting = await placeGoodsOrder(clerk, goodsInput(ids, goods));
    assert.equal(waiting.length, 2);
    for (const { number } of waiting) assert.equal((await stateOf(number)).status, 'awaiting-approval');
    await rule(true, (total / 100).toFixed(2));
    for (const { number } of await placeGoodsOrder(clerk, goodsInput(ids, goods)))
      assert.equal((await stateOf(number)).status, 'placed');
    await reset();
  });

  it('is any kind of order of a person whose orders all wait', async () => {
    await reset();
    await rule(true);
    await watch(clerk);
    const orders = [
      ...(await bookPickup(clerk, pickupInput(ids))),
      ...(await bookPickup(clerk, pickupInput(ids, { slot: '2026-11-23T14:00' }), EXPRESS)),
      ...(await bookDropOff(clerk, dropOffInput())),
      ...(await bookRide(clerk, rideInput(ids))),
    ];
    for (const { number } of orders) {
      const state = await stateOf(number);
      assert.equal(state.status, 'awaiting-approval', number);
      await approveOrder(approver, { number });
      assert.equal((await stateOf(number)).status, 'placed');
    }
    assert.equal(
      (await stateOf((await bookPickup(admin, pickupInput(ids)))[0]?.number ?? '')).status,
      'placed',
    );
    await reset();
  });

  it('is nothing that cannot wait: a ride at once and a plan are refused', async () => {
    await reset();
    await rule(true);
    await watch(clerk);
    await assertUnchanged(database, async () => {
      await assertRefused(
        bookRide(clerk, rideInput(ids, { when: 'now', slot: undefined })),
        'approval-required',
      );
      await assertRefused(setUpPlan(clerk, planInput(ids)), 'approval-required');
    });
    await setUpPlan(admin, planInput(ids));
    await reset();
  });

  it('finds its first orders when the form is sent again', async () => {
    await reset();
    await rule(true, '1');
    const input = goodsInput(ids, { BOX_SMALL: 20 });
    const first = await placeGoodsOrder(clerk, input);
    await assertUnchanged(database, async () => assert.deepEqual(await placeGoodsOrder(clerk, input), first));
    await reset();
  });
});

describe('deciding', () => {
  it('is possible until the deadline, the second of it included', async () => {
    await reset();
    await rule(true, '1');
    const [early, sharp, late, declined] = [
      await orderBoxes(),
      await orderBoxes(),
      await orderBoxes(),
      await orderBoxes(),
    ];
    const until = await untilOf(early);
    const at = (seconds: number) => ({ ...approver, now: until.add({ seconds }) });
    await approveOrder(at(-1), { number: early });
    await approveOrder(at(0), { number: sharp });
    await assertUnchanged(database, async () => {
      const refusal = { code: 'past-approval-deadline', deadline: until } as const;
      await assertRefused(approveOrder(at(1), { number: late }), refusal);
      await assertRefused(declineOrder(at(1), { number: declined, reason: 'x' }), refusal);
    });
    await reset();
  });

  it('is for those who may approve', async () => {
    await reset();
    await rule(true, '1');
    const number = await orderBoxes();
    const allButOne = {
      ...clerk,
      grants: { isAdmin: false, rights: ['orders.place', 'orders.cancel', 'billing.edit'] as const },
    };
    await assertUnchanged(database, async () => {
      const refusal = { code: 'forbidden', right: 'orders.approve' } as const;
      await assertRefused(approveOrder(allButOne, { number }), refusal);
      await assertRefused(declineOrder(allButOne, { number, reason: 'x' }), refusal);
    });
    await reset();
  });

  it('finds no order of another firm, and nothing that is no number', async () => {
    await reset();
    await rule(true, '1');
    const number = await orderBoxes();
    const inputs = [
      undefined,
      {},
      { number: '' },
      { number: 'A-2026-999999' },
      { number: `${number}'` },
      { number: 7 },
    ];
    await assertUnchanged(database, async () => {
      for (const verb of [approveOrder, withdrawOrder]) {
        await assertRefused(verb(stranger, { number }), 'not-found');
        for (const input of inputs) await assertRefused(verb(admin, input), 'not-found');
      }
      await assertRefused(declineOrder(stranger, { number, reason: 'x' }), 'not-found');
    });
    await reset();
  });

  it('of two at once one wins, and the other reads what was decided', async () => {
    await reset();
    await rule(true, '1');
    const number = await orderBoxes();
    const lock = { sql: 'select from service_order where number = $1 for update', values: [number] };
    const { done, failed } = outcomes(
      await allAtOnce(database, lock, [
        () => approveOrder(approver, { number }),
        () => declineOrder(admin, { number, reason: 'Nein' }),
      ]),
    );
    assert.deepEqual(done, [{ number }]);
    const [lost] = failed;
    assert.ok(lost instanceof Refused && lost.refusal.code === 'already-decided', String(lost));
    const { events, status } = await stateOf(number);
    assert.equal(events.length, 2);
    assert.ok(status === 'placed' || status === 'declined');
    await reset();
  });

  it('of two approvals at once one counts', async () => {
    await reset();
    await rule(true, '1');
    const number = await orderBoxes();
    const lock = { sql: 'select from service_order where number = $1 for update', values: [number] };
    const { done, failed } = outcomes(
      await allAtOnce(database, lock, [
        () => approveOrder(approver, { number }),
        () => approveOrder(admin, { number }),
      ]),
    );
    assert.equal(done.length, 1);
    assert.ok(failed[0] instanceof Refused && failed[0].refusal.code === 'already-decided');
    await reset();
  });

  it('sent again by the same person changes nothing more', async () => {
    await reset();
    await rule(true, '1');
    const [approved, declined] = [await orderBoxes(), await orderBoxes()];
    await approveOrder(approver, { number: approved });
    await declineOrder(approver, { number: declined, reason: 'Zu viel' });
    await assertUnchanged(database, async () => {
      assert.deepEqual(await approveOrder(approver, { number: approved }), { number: approved });
      assert.deepEqual(await declineOrder(approver, { number: declined, reason: 'Anders' }), {
        number: declined,
      });
      await assertRefused(approveOrder(admin, { number: approved }), {
        code: 'already-decided',
        decision: 'approved',
      });
      await assertRefused(approveOrder(approver, { number: declined }), {
        code: 'already-decided',
        decision: 'declined',
      });
      await assertRefused(declineOrder(approver, { number: approved, reason: 'x' }), 'already-decided');
    });
    await reset();
  });

  it('is nobody’s about an order of their own, unless they are exempt', async () => {
    await reset();
    await rule(true, '1', true);
    const number = await orderBoxes(approver);
    assert.equal((await stateOf(number)).status, 'awaiting-approval');
    await portal.drain();
    assert.ok(!(await noticesOf(number)).includes(`approval-wanted ${idOf(approver)}`));
    await assertUnchanged(database, async () => {
      await assertRefused(approveOrder(approver, { number }), 'own-order');
      await assertRefused(declineOrder(approver, { number, reason: 'x' }), 'own-order');
    });
    await approveOrder(admin, { number });

    await rule(true, '1');
    assert.equal((await stateOf(await orderBoxes(approver))).status, 'placed');
    await watch(approver);
    const watched = await orderBoxes(approver);
    await assertRefused(approveOrder(approver, { number: watched }), 'own-order');
    await reset();
    // the rule is off by now: what still waits is theirs to decide
    await approveOrder(approver, { number: watched });
  });
});

describe('taking back', () => {
  it('is for whoever placed it, without the right to cancel, and gives the place back', async () => {
    await reset();
    await rule(true, '1');
    const before = await placesTaken(database, 'delivery', SLOT);
    const number = await orderBoxes();
    await assertUnchanged(database, () =>
      assertRefused(withdrawOrder(approver, { number }), { code: 'forbidden', right: 'orders.cancel' }),
    );
    await portal.drain();
    await withdrawOrder(clerk, { number });
    assert.equal((await stateOf(number)).status, 'cancelled');
    assert.equal(await placesTaken(database, 'delivery', SLOT), before);
    assert.ok((await noticesOf(number)).every((one) => one.endsWith(' read')));
    await assertUnchanged(database, async () => {
      await assertRefused(withdrawOrder(clerk, { number }), 'already-cancelled');
      await assertRefused(approveOrder(approver, { number }), 'already-cancelled');
      await assertRefused(declineOrder(approver, { number, reason: 'x' }), 'already-cancelled');
    });
    await reset();
  });

  it('also of what would be final, and by cancelling for those who may', async () => {
    await reset();
    await rule(true);
    await watch(clerk);
    const [stamps] = await placeGoodsOrder(clerk, goodsInput(ids, { STAMP_STD_20: 1 }));
    await cancelOrder(admin, { number: stamps?.number });
    assert.equal((await stateOf(stamps?.number ?? '')).status, 'cancelled');
    const [again] = await placeGoodsOrder(clerk, goodsInput(ids, { STAMP_STD_20: 1 }));
    await approveOrder(approver, { number: again?.number });
    await assertRefused(cancelOrder(admin, { number: again?.number }), 'final-when-placed');
    await assertRefused(withdrawOrder(clerk, { number: again?.number }), {
      code: 'already-decided',
      decision: 'approved',
    });
    await reset();
  });
});

describe('changing', () => {
  const change = (number: string, pieces: number, ctx = clerk) =>
    changeOrder(ctx, {
      number,
      version: 1,
      key: `change-${number}-${pieces}`,
      quantities: { BOX_SMALL: pieces },
    });

  it('has to wait while an order waits, and is over when it was not approved', async () => {
    await reset();
    await rule(true, '1');
    const number = await orderBoxes();
    await assertUnchanged(database, () => assertRefused(change(number, 1), 'awaiting-approval'));
    await declineOrder(approver, { number, reason: 'x' });
    await assertUnchanged(database, async () => {
      const refusal = { code: 'already-decided', decision: 'declined' } as const;
      await assertRefused(change(number, 1), refusal);
      await assertRefused(cancelOrder(admin, { number }), refusal);
    });
    await reset();
  });

  it('of a ride follows the same rule', async () => {
    await reset();
    const [ride] = await bookRide(clerk, rideInput(ids));
    const change = (number: string | undefined, changes: object) =>
      changeRide(clerk, { ...rideInput(ids, changes as Record<string, unknown>), number, version: '1' });
    await rule(true, '1');
    await assertUnchanged(database, () =>
      assertRefused(change(ride?.number, { kg: '7' }), 'approval-required'),
    );
    assert.equal((await change(ride?.number, { content: 'Zwei Ordner' })).version, 2);
    const [waiting] = await bookRide(clerk, rideInput(ids));
    await assertUnchanged(database, () =>
      assertRefused(change(waiting?.number, { content: 'Zwei Ordner' }), 'awaiting-approval'),
    );
    await withdrawOrder(clerk, { number: waiting?.number });
    await reset();
  });

  it('does not get around the amount: dearer than that needs an order anew', async () => {
    await reset();
    const number = await orderBoxes(clerk, 2);
    await rule(true, '1');
    await assertUnchanged(database, () => assertRefused(change(number, 30), 'approval-required'));
    // cheaper is what was agreed, and who may approve needs nobody
    await change(number, 1);
    const other = await orderBoxes(admin, 2);
    await change(other, 30, admin);
    assert.equal((await stateOf(other)).status, 'placed');
    await reset();
  });
});

describe('the page that asks "is this right?"', () => {
  const NEEDED = /Das braucht eine Freigabe/;
  /** The fields of a form as its address: lists several times, places by the names of their fields. */
  const query = (fields: object) => new URLSearchParams(pairsOf(fields));
  const pairsOf = (fields: object, within = ''): [string, string][] =>
    Object.entries(fields).flatMap(([name, value]): [string, string][] => {
      if (value === undefined || name === 'key' || name === 'stops') return [];
      if (value && typeof value === 'object' && !Array.isArray(value)) return pairsOf(value, `${name}.`);
      return [value].flat().map((one) => [within + name, String(one)]);
    });
  /** The page of an address that refuses, and changes nothing. */
  const heldBack = async (browser: Client, address: string) => {
    let answer: Awaited<ReturnType<Client['get']>> | undefined;
    await assertUnchanged(database, async () => {
      answer = await browser.get(address);
    });
    assert.equal(answer?.status, 409, address);
    return answer ?? assert.fail();
  };
  const browserOf = async (user: string) => {
    const browser = portal.client();
    await browser.signIn('D100001', `${user}@d100001.example`);
    return browser;
  };

  it('says beforehand that a standing pickup, its change and a date more need approval', async () => {
    await reset();
    const { number } = await setUpPlan(admin, planInput(ids));
    const { validFrom: _, validUntil: __, ...plan } = planInput(ids, { window: '14:00' });
    const change = `/abholungen/regelmaessig/${number}/aendern`;
    const checks = [
      `/abholungen/regelmaessig/neu/pruefen?${query(planInput(ids))}`,
      `${change}/pruefen?${query({ ...plan, from: '2026-12-07', revision: 1 })}`,
      `/abholungen/regelmaessig/${number}/zusatztermin?schritt=pruefen&slot=2026-12-01T12:00`,
    ];
    const orderer = await browserOf('mitarbeit');
    const boss = await browserOf('admin');
    for (const address of checks) {
      const page = await orderer.get(address);
      assert.equal(page.status, 200, address);
      assert.doesNotMatch(page.text, NEEDED);
    }
    await rule(true, '1');
    for (const address of checks) {
      const held = await heldBack(orderer, address);
      assert.match(held.text, NEEDED, address);
      await assertValidHtml(held.html);
      assert.equal((await boss.get(address)).status, 200, address);
    }
    await reset();
  });

  it('says beforehand that a change makes an order or a ride dearer than one may order alone', async () => {
    await reset();
    const number = await orderBoxes(clerk, 2);
    const [ride] = await bookRide(clerk, rideInput(ids));
    await rule(true, '1');
    const boxes = (pieces: number) => {
      const { quantities: _, ...booking } = goodsInput(ids, {}, { slot: SLOT });
      return `/auftraege/${number}/aendern/pruefen?${query({ ...booking, version: 1, [quantityField('BOX_SMALL')]: pieces })}`;
    };
    const kilos = (kg: string) =>
      `/kuriere/${ride?.number}/aendern/pruefen?${query({ ...rideInput(ids, { kg }), version: 1 })}`;
    const orderer = await browserOf('mitarbeit');
    for (const address of [boxes(30), kilos('7')]) {
      const held = await heldBack(orderer, address);
      assert.match(held.text, NEEDED, address);
      await assertValidHtml(held.html);
    }
    const cheaper = await orderer.get(boxes(1));
    assert.equal(cheaper.status, 200);
    assert.doesNotMatch(cheaper.text, NEEDED);
    assert.equal((await (await browserOf('admin')).get(boxes(30))).status, 200);
    await reset();
  });
});

describe('what nobody approved in time', () => {
  const carrierAt = (now: Temporal.Instant, id: string) =>
    jobCtx({ ...services, clock: () => now }, `job ${id}`);

  it('expires a moment after its deadline, once, however many processes look', async () => {
    await reset();
    await rule(true, '1');
    const before = await placesTaken(database, 'delivery', SLOT);
    const number = await orderBoxes();
    const until = await untilOf(number);
    for (const { number: other } of await owner.sql<{ number: string }>(
      "select number from service_order where status = 'awaiting-approval' and number <> $1",
      [number],
    ))
      await cancelOrder(admin, { number: other });
    await assertUnchanged(database, async () => {
      assert.equal(await expireOrders(carrierAt(until.subtract({ seconds: 1 }), 'early')), 0);
      assert.equal(await expireOrders(carrierAt(until, 'sharp')), 0);
    });
    const after = until.add({ seconds: 1 });
    const lock = { sql: 'select from service_order where number = $1 for update', values: [number] };
    const { done } = outcomes(
      await allAtOnce(database, lock, [
        () => expireOrders(carrierAt(after, 'a')),
        () => expireOrders(carrierAt(after, 'b')),
        () => expireOrders(carrierAt(after, 'c')),
      ]),
    );
    assert.deepEqual(done.sort(), [0, 0, 1]);
    const state = await stateOf(number);
    assert.equal(state.status, 'expired');
    assert.deepEqual(state.events, [
      ['awaiting-approval', idOf(clerk)],
      ['expired', null],
    ]);
    assert.ok((await placesTaken(database, 'delivery', SLOT)) <= before);
    await portal.drain();
    assert.equal((await noticesOf(number)).filter((one) => one.startsWith('expired')).length, 1);
    assert.equal(
      (await lettersAbout(number)).filter((one) => one === 'mitarbeit@d100001.example: Verfallen: A').length,
      1,
    );
    await assertRefused(approveOrder({ ...approver, now: after }, { number }), {
      code: 'past-approval-deadline',
      deadline: until,
    });
    assert.equal(await expireOrders(carrierAt(after, 'again')), 0);
    await reset();
  });

  it('is the carrier’s to say', async () => {
    await assertRefused(expireOrders(admin), 'not-found');
  });

  it('is approved or expires, never both', async () => {
    await reset();
    await rule(true, '1');
    const number = await orderBoxes();
    const until = await untilOf(number);
    const lock = { sql: 'select from service_order where number = $1 for update', values: [number] };
    await allAtOnce(database, lock, [
      () => approveOrder({ ...approver, now: until }, { number }).then(() => 1),
      () => expireOrders(carrierAt(until.add({ seconds: 1 }), 'race')),
    ]);
    const { events, status } = await stateOf(number);
    assert.equal(events.length, 2);
    assert.ok(status === 'placed' || status === 'expired');
    clock.set(admin.now);
    await reset();
  });
});

describe('the firm’s rule', () => {
  it('is for administrators', async () => {
    await assertUnchanged(database, () =>
      assertRefused(setApprovalRule(approver, { isOn: true, above: '1' }), 'admin-only'),
    );
  });

  it('takes amounts as people write them, and nothing else', async () => {
    await reset();
    const stored = async () => {
      const [row] = await owner.sql<{ cents: number | null }>(
        "select approval_above_cents as cents from customer where number = 'D100001'",
      );
      return row?.cents;
    };
    for (const [typed, cents] of [
      ['250', 25_000],
      ['250,5', 25_050],
      [' 0 ', 0],
      ['1 000.25 €', 100_025],
      ['1000000', 100_000_000],
      ['', null],
    ] as const) {
      await setApprovalRule(admin, { isOn: 'on', above: typed });
      assert.equal(await stored(), cents, typed);
    }
    await assertUnchanged(database, async () => {
      for (const above of ['-1', '1e3', 'viel', '1.234,5', '1000000,01', '9'.repeat(40), '\u0000', "1'"])
        await assertRefused(setApprovalRule(admin, { isOn: 'on', above }), 'invalid');
    });
    await reset();
  });

  it('is written down once it changes', async () => {
    await reset();
    await rule(true, '99,50', true);
    const count = async () =>
      (await owner.sql("select from audit_entry where action = 'customer.approval-rule'")).length;
    const before = await count();
    await assertUnchanged(database, () => rule(true, '99.50', true));
    assert.equal(await count(), before);
    const [entry] = await owner.sql<{ after: object }>(
      "select after from audit_entry where action = 'customer.approval-rule' order by id desc limit 1",
    );
    assert.deepEqual(entry?.after, { isOn: true, aboveCents: 9950, fourEyes: true });
    await reset();
  });
});
