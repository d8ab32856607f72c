import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../../test/support/at-once.ts';
import { berlin } from '../../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../../test/support/context.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../../test/support/jobs.ts';
import { idsOf, leavePlaces, pickupInput, placesTaken } from '../../../../test/support/orders.ts';
import { lastAudit } from '../../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { Refused } from '../../../domain/refusal.ts';
import { changeOrder, findOrder } from '../../orders/index.ts';
import { bookPickup } from '../../pickups/index.ts';
import { bookRide } from '../book-ride.ts';
import { cancelRide } from '../cancel-ride.ts';
import { assignCourier, courierPickedUp } from '../proceed.ts';
import { findRide } from '../queries.ts';
import { DOOR, rideInput } from '../test-support/sample.fixture.ts';
import { changeRide } from './change-ride.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const jobs = await testJobs(database);
const ids = await idsOf(database);
const admin = await ctxFor({ db, jobs });
const other = await ctxFor({ db, jobs, customer: 'D100003' });
const desk = carrierCtx({ db, jobs, customer: admin.customer });

async function booked(changes: Record<string, unknown> = {}, ctx = admin): Promise<string> {
  const [order] = await bookRide(ctx, rideInput(ids, changes));
  return order?.number ?? assert.fail('not booked');
}

/** The form of a change: the sample ride with these answers instead. */
const change = (number: string, changes: Record<string, unknown> = {}) => ({
  ...rideInput(ids, changes),
  number,
  version: '1',
  ...('version' in changes ? { version: changes.version } : {}),
});

const present = (number: string) =>
  db.transaction(admin.customer.id, async (tx) => {
    const found = (await findOrder(tx, number)) ?? assert.fail('gone');
    return { ...found, ride: (await findRide(tx, found.order.id)) ?? assert.fail('no ride') };
  });

const linesOf = ({ lines }: Awaited<ReturnType<typeof present>>) =>
  lines.map((line) => [line.product_code, line.quantity, line.net_cents]);

describe('changing a ride', () => {
  it('prices everything anew, moves its place to another pool, and keeps what was before', async () => {
    const slot = '2026-12-01T10:00';
    const number = await booked({ slot });
    const stop = { ...DOOR, recipient: 'Labor', postcode: '13187', hint: 'Hintereingang' };
    const { version } = await changeRide(
      admin,
      change(number, {
        stops: [stop],
        when: 'half-hour',
        slot: '2026-12-01T14:30',
        kg: '7',
        waitMinutes: '7',
        reference: 'Az. 13/26',
        to: { ...DOOR, hint: 'Empfang 3. OG' },
      }),
    );
    assert.equal(version, 2);
    const after = await present(number);
    assert.deepEqual(
      linesOf(after).map(([code, quantity]) => [code, quantity]),
      [
        ['COURIER_CARGO', 1],
        ['COURIER_WAY', 2],
        ['COURIER_STOP', 1],
        ['COURIER_WAIT5', 2],
        ['COURIER_WINDOW30', 1],
      ],
    );
    const { order, ride } = after;
    assert.equal(
      order.net_cents,
      after.lines.reduce((sum, line) => sum + line.net_cents, 0),
    );
    assert.equal(order.pool, 'courier-half-hour');
    assert.equal(`${order.starts_at}`, `${berlin('2026-12-01T14:30')}`);
    assert.equal(order.reference, 'Az. 13/26');
    assert.equal(ride.ride.vehicle_code, 'CARGO');
    assert.equal(ride.ride.wait_minutes, 7);
    assert.deepEqual(
      ride.stops.map(({ address, hint }) => [address.recipient, hint]),
      [
        [order.address.recipient, ride.stops[0]?.hint],
        ['Labor', 'Hintereingang'],
        ['Notariat Beispiel', 'Empfang 3. OG'],
      ],
    );
    assert.equal(await placesTaken(database, 'courier', slot), 0);
    assert.equal(await placesTaken(database, 'courier-half-hour', '2026-12-01T14:30'), 1);
    const [first] = after.versions;
    assert.deepEqual([first?.promise.net, first?.promise.reference], [1310, 'Az. 12/26']);
    assert.deepEqual(
      first?.lines.map(({ productCode }) => productCode),
      ['COURIER_BIKE', 'COURIER_WAY'],
    );
    const entry = await lastAudit(database, 'order.change');
    assert.equal(entry?.object, number);
    assert.match(JSON.stringify(entry?.after), /Hintereingang/);
  });

  it('is told in a letter with what is different', async () => {
    const number = await booked();
    const before = (await waitingJobs(database)).length;
    await changeRide(admin, change(number, { content: 'Zwei Ordner' }));
    const waiting = await waitingJobs(database);
    assert.equal(waiting.length, before + 1);
    assert.match(JSON.stringify(waiting), /"version":2/);
  });

  it('promises anew what cancelling costs once a rider is assigned', async () => {
    const number = await booked();
    await changeRide(admin, change(number, { kg: '7' }));
    const { ride } = await present(number);
    assert.ok(ride.ride.base_fee_cents > 790);
    await assignCourier(desk, { number, rider: 'Mira Rad' });
    await assertRefused(cancelRide(admin, { number, fee: 790 }), { code: 'stale' });
    await cancelRide(admin, { number, fee: ride.ride.base_fee_cents });
    assert.equal((await present(number)).order.net_cents, ride.ride.base_fee_cents);
  });

  it('keeps its place in a full window and where nothing is offered any more, and has none in another', async () => {
    const slot = '2026-12-03T10:00';
    const number = await booked({ slot });
    await leavePlaces(database, 'courier', slot, 0);
    await leavePlaces(database, 'courier', '2026-12-03T11:00', 0);
    const late = { ...admin, now: berlin('2026-12-03T10:20') };
    await changeRide(late, change(number, { slot, content: 'Ein Ordner' }));
    await assertUnchanged(database, () =>
      assertRefused(changeRide(admin, change(number, { slot: '2026-12-03T11:00', version: '2' })), {
        code: 'slot-full',
      }),
    );
    await assertRefused(changeRide(admin, change(number, { slot: '2026-12-05T10:00', version: '2' })), {
      code: 'slot-not-offered',
    });
  });

  it('leaves a ride at once in its window, and can put it off', async () => {
    const now = { ...admin, now: berlin('2026-11-23T10:02') };
    const number = await booked({ when: 'now', slot: '' }, now);
    const later = { ...admin, now: berlin('2026-11-23T10:30') };
    await changeRide(later, change(number, { when: 'now', slot: '', content: 'Ein Ordner' }));
    const same = (await present(number)).order;
    assert.deepEqual([same.pool, `${same.starts_at}`], ['courier-now', `${berlin('2026-11-23T10:05')}`]);
    await changeRide(later, change(number, { slot: '2026-11-23T14:00', version: '2' }));
    const moved = await present(number);
    assert.deepEqual([moved.order.pool, moved.ride.ride.is_now], ['courier', false]);
    assert.equal(await placesTaken(database, 'courier-now', '2026-11-23T10:05'), 0);
  });

  it('ends when a rider is assigned, with the window, and by the rule that the catalogue has', async () => {
    const slot = '2026-12-04T10:00';
    const [assigned, over] = [await booked({ slot }), await booked({ slot })];
    await assignCourier(desk, { number: assigned, rider: 'Mira Rad' });
    await assertUnchanged(database, async () => {
      await assertRefused(changeRide(admin, change(assigned, { slot })), { code: 'courier-assigned' });
      await assertRefused(
        changeRide({ ...admin, now: berlin('2026-12-04T11:00:01') }, change(over, { slot })),
        { code: 'past-change-deadline', deadline: berlin('2026-12-04T11:00') },
      );
    });
    await courierPickedUp({ ...desk, now: berlin('2026-12-04T10:20') }, { number: assigned });
    await assertRefused(changeRide(admin, change(assigned, { slot })), { code: 'courier-underway' });

    await owner.sql(
      `update service set change_rule = '{"kind": "before-start", "minutes": 60}' where code = 'COURIER'`,
    );
    const ruled = await booked({ slot: '2026-12-04T12:00' });
    await owner.sql(`update service set change_rule = '{"kind": "final"}' where code = 'COURIER'`);
    await assertRefused(
      changeRide(
        { ...admin, now: berlin('2026-12-04T11:00:01') },
        change(ruled, { slot: '2026-12-04T12:00' }),
      ),
      { code: 'past-change-deadline', deadline: berlin('2026-12-04T11:00') },
    );
  });

  it('is refused to the second of two, and a rider is not sent to what was changed meanwhile', async () => {
    const number = await booked();
    await changeRide(admin, change(number, { reference: 'A' }));
    await assertUnchanged(database, async () => {
      await assertRefused(changeRide(admin, change(number, { reference: 'B' })), { code: 'stale' });
      await assertRefused(assignCourier(desk, { number, rider: 'Mira', version: '1' }), { code: 'stale' });
    });
    await assignCourier(desk, { number, rider: 'Mira', version: '2' });
  });

  it('or assigning a rider: one of both at the same moment', async () => {
    const number = await booked();
    const results = await allAtOnce(
      database,
      { sql: 'select from service_order where number = $1 for update', values: [number] },
      [
        async () => void (await changeRide(admin, change(number, { reference: 'A' }))),
        () => assignCourier(desk, { number, rider: 'Mira Rad', version: '1' }),
      ],
    );
    const { done, failed } = outcomes(results);
    assert.equal(done.length, 1);
    assert.ok(failed.every((error) => error instanceof Refused));
  });

  it('changes nothing when nothing is different, when sent twice, or when cancelled', async () => {
    const number = await booked();
    const letters = (await waitingJobs(database)).length;
    assert.equal((await changeRide(admin, change(number))).version, 1);
    const real = change(number, { reference: 'neu' });
    assert.equal((await changeRide(admin, real)).version, 2);
    assert.equal((await changeRide(admin, real)).version, 2);
    assert.equal((await waitingJobs(database)).length, letters + 1);
    await cancelRide(admin, { number, fee: 0 });
    await assertRefused(changeRide(admin, change(number, { version: '2' })), {
      code: 'already-cancelled',
      at: admin.now,
    });
  });

  it('keeps an address and a cost centre that have been given up since', async () => {
    const from = { addressId: `${ids.address('Notariat')}` };
    const number = await booked({ from, costCentreId: `${ids.costCentre('1100')}` });
    await owner.sql('update address set archived_at = now() where id = $1', [ids.address('Notariat')]);
    await owner.sql('update cost_centre set closed_at = now() where id = $1', [ids.costCentre('1100')]);
    await changeRide(
      admin,
      change(number, { from, costCentreId: `${ids.costCentre('1100')}`, content: 'Ein Ordner' }),
    );
    const { order } = await present(number);
    assert.deepEqual([order.address_id, order.version], [ids.address('Notariat'), 2]);
    assert.match(order.cost_centre_label, /^1100/);
    await owner.sql('update address set archived_at = null where id = $1', [ids.address('Notariat')]);
    await owner.sql('update cost_centre set closed_at = null where id = $1', [ids.costCentre('1100')]);
  });

  it('is for rides of the firm, and for those who may order; the change of other orders is not for it', async () => {
    const number = await booked();
    const nobody = { ...admin, grants: { isAdmin: false, rights: [] } };
    const [pickup] = await bookPickup(admin, pickupInput(ids));
    await assertUnchanged(database, async () => {
      await assertRefused(changeRide(nobody, change(number)), { code: 'forbidden', right: 'orders.place' });
      await assertRefused(changeRide(other, change(number)), { code: 'not-found' });
      await assertRefused(changeRide(admin, change(pickup?.number ?? '')), { code: 'not-found' });
      await assertRefused(changeRide(admin, change('A-2026-999999')), { code: 'not-found' });
      await assertRefused(changeRide(admin, change("A'--")), { code: 'not-found' });
      await assertRefused(changeRide(admin, change(number, { version: 'x' })), 'invalid');
      await assertRefused(changeRide(admin, change(number, { to: { ...DOOR, postcode: '80331' } })), {
        code: 'invalid',
        fields: [{ field: 'to.postcode', problem: 'outside-area' }],
      });
      await assertRefused(
        changeOrder(admin, { number, version: 1, key: randomUUID(), reference: 'x' }),
        'final-when-placed',
      );
    });
  });
});
