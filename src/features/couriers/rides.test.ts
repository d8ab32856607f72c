import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { berlin } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../test/support/jobs.ts';
import { idsOf, leavePlaces, pickupInput, placesTaken } from '../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { type FieldProblem, Refused } from '../../domain/refusal.ts';
import { query } from '../../platform/db/database.ts';
import { cancelOrder, findOrder } from '../orders/index.ts';
import { bookPickup } from '../pickups/index.ts';
import { bookRide } from './book-ride.ts';
import { cancelRide } from './cancel-ride.ts';
import { assignCourier, courierDelivered, courierPickedUp } from './proceed.ts';
import { findRide } from './queries.ts';
import { DOOR, rideInput } from './test-support/sample.fixture.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const jobs = await testJobs(database);
const ids = await idsOf(database);
const admin = await ctxFor({ db, jobs });
const other = await ctxFor({ db, jobs, customer: 'D100003' });
const desk = carrierCtx({ db, jobs, customer: admin.customer });

async function booked(changes: Record<string, unknown> = {}, ctx = admin) {
  const [order] = await bookRide(ctx, rideInput(ids, changes));
  return order ?? assert.fail('not booked');
}

const readBack = (number: string) =>
  db.transaction(admin.customer.id, async (tx) => {
    const found = (await findOrder(tx, number)) ?? assert.fail('gone');
    return { ...found, ride: (await findRide(tx, found.order.id)) ?? assert.fail('no ride') };
  });

const linesOf = ({ lines }: Awaited<ReturnType<typeof readBack>>) =>
  lines.map((line) => [line.product_code, line.quantity, line.net_cents]);

describe('booking a courier', () => {
  it('costs base fee and way of the cheapest vehicle that carries it, and says what cancelling costs', async () => {
    const order = await booked();
    const found = await readBack(order.number);
    assert.deepEqual(linesOf(found), [
      ['COURIER_BIKE', 1, 790],
      ['COURIER_WAY', 1, 520],
    ]);
    assert.equal(found.order.net_cents, 1310);
    assert.equal(found.order.gross_cents, 1559);
    assert.equal(found.order.cancel_until, null);
    assert.equal(found.ride.ride.vehicle_code, 'BIKE');
    assert.equal(found.ride.ride.base_fee_cents, 790);
    assert.deepEqual(
      found.ride.stops.map(({ address }) => address.postcode),
      ['10719', '10117'],
    );
    const said = Object.fromEntries(found.order.particulars.map(({ term, value }) => [term.de, value.de]));
    assert.match(said.Ziel ?? '', /Notariat Beispiel.*Frau Beispiel/);
    assert.match(said.Stornierung ?? '', /kostenlos, bis ein Fahrer zugeteilt ist.*7,90\s€/);
  });

  it('adds stops, waiting, the half hour and going direct, and takes the place of that pool', async () => {
    const stop = { ...DOOR, postcode: '13187', city: 'Berlin' };
    const order = await booked({
      stops: [stop],
      waitMinutes: '7',
      when: 'half-hour',
      slot: '2026-12-01T10:30',
      direct: 'on',
    });
    assert.deepEqual(linesOf(await readBack(order.number)), [
      ['COURIER_BIKE', 1, 790],
      ['COURIER_WAY', 2, 1960],
      ['COURIER_STOP', 1, 450],
      ['COURIER_WAIT5', 2, 640],
      ['COURIER_WINDOW30', 1, 480],
      ['COURIER_DIRECT', 1, 1375],
    ]);
    assert.equal(await placesTaken(database, 'courier-half-hour', '2026-12-01T10:30'), 1);
    assert.equal(await placesTaken(database, 'courier', '2026-12-01T10:00'), 0);
  });

  it('takes a bigger vehicle for what is heavier, and the one that is asked for if it carries it', async () => {
    const vehicleOf = async (changes: object) =>
      (await readBack((await booked({ ...changes })).number)).ride.ride.vehicle_code;
    assert.equal(await vehicleOf({ kg: '6' }), 'BIKE');
    assert.equal(await vehicleOf({ kg: '7' }), 'CARGO');
    assert.equal(await vehicleOf({ length: '120' }), 'ESTATE');
    assert.equal(await vehicleOf({ vehicle: 'VAN' }), 'VAN');
    // to the surroundings an estate car is cheaper than a cargo bike
    assert.equal(await vehicleOf({ kg: '7', to: { ...DOOR, postcode: '14467', city: 'Potsdam' } }), 'ESTATE');
  });

  it('comes at once within the hour, on working days from 7 to 20', async () => {
    const at = (time: string) => ({ ...admin, now: berlin(time) });
    const order = await booked({ when: 'now', slot: '' }, at('2026-11-23T10:02:00'));
    const { order: row } = await readBack(order.number);
    assert.equal(row.pool, 'courier-now');
    assert.equal(row.starts_at.toString(), berlin('2026-11-23T10:05').toString());
    assert.equal(row.ends_at.toString(), berlin('2026-11-23T11:05').toString());
    await booked({ when: 'now', slot: '' }, at('2026-11-23T19:00:00'));
    for (const time of ['2026-11-23T19:00:01', '2026-11-22T12:00:00', '2026-12-25T12:00:00'])
      await assertRefused(bookRide(at(time), rideInput(ids, { when: 'now', slot: '' })), {
        code: 'slot-not-offered',
      });
  });

  it('takes no more rides at once than there are riders', async () => {
    const now = { ...admin, now: berlin('2026-11-24T12:00:00') };
    for (let ride = 0; ride < 4; ride += 1) await booked({ when: 'now', slot: '' }, now);
    await assertRefused(bookRide(now, rideInput(ids, { when: 'now', slot: '' })), { code: 'slot-full' });
  });

  it('is possible until half an hour before the window, to the second', async () => {
    const slot = '2026-11-24T10:00';
    const at = (time: string) => ({ ...admin, now: berlin(time) });
    await booked({ slot }, at('2026-11-24T09:29:59'));
    await booked({ slot }, at('2026-11-24T09:30:00'));
    await assertRefused(bookRide(at('2026-11-24T09:30:01'), rideInput(ids, { slot })), {
      code: 'slot-not-offered',
    });
  });

  it('names every field that cannot be had', async () => {
    const cases: [Record<string, unknown>, FieldProblem[]][] = [
      [{ to: { ...DOOR, postcode: '80331' } }, [{ field: 'to.postcode', problem: 'outside-area' }]],
      [{ to: { ...DOOR, postcode: '1011' } }, [{ field: 'to.postcode', problem: 'outside-area' }]],
      [
        { to: {} },
        ['recipient', 'street', 'postcode', 'city'].map((field) => ({
          field: `to.${field}`,
          problem: 'required' as const,
        })),
      ],
      [{ from: { addressId: '999999' } }, [{ field: 'from.addressId', problem: 'unknown' }]],
      [{ stops: [{ ...DOOR, street: '' }] }, [{ field: 'stops.0.street', problem: 'required' }]],
      [{ stops: Array(6).fill(DOOR) }, [{ field: 'stops', problem: 'too-large', limit: 5 }]],
      [{ kg: '701' }, [{ field: 'kg', problem: 'too-big' }]],
      [{ kg: '0' }, [{ field: 'kg', problem: 'too-small', limit: 1 }]],
      [{ kg: 'heavy' }, [{ field: 'kg', problem: 'not-a-number' }]],
      [{ kg: '7', vehicle: 'BIKE' }, [{ field: 'vehicle', problem: 'vehicle-too-small' }]],
      [{ vehicle: 'ROCKET' }, [{ field: 'vehicle', problem: 'unknown' }]],
      [{ content: '' }, [{ field: 'content', problem: 'required' }]],
      [{ content: 'x'.repeat(201) }, [{ field: 'content', problem: 'too-long', limit: 200 }]],
      [{ slot: '' }, [{ field: 'slot', problem: 'required' }]],
      [{ when: 'yesterday' }, [{ field: 'when', problem: 'unknown' }]],
      [{ proof: 'blood' }, [{ field: 'proof', problem: 'unknown' }]],
      [{ waitMinutes: '121' }, [{ field: 'waitMinutes', problem: 'too-large', limit: 120 }]],
    ];
    await assertUnchanged(database, async () => {
      for (const [changes, fields] of cases)
        await assertRefused(bookRide(admin, rideInput(ids, changes)), { code: 'invalid', fields });
    });
  });

  it('is for those who may order, with addresses and cost centres of the own firm', async () => {
    const nobody = { ...admin, grants: { isAdmin: false, rights: [] } };
    const foreign = await idsOf(database, 'D100003');
    await assertUnchanged(database, async () => {
      await assertRefused(bookRide(nobody, rideInput(ids)), { code: 'forbidden', right: 'orders.place' });
      await assertRefused(bookRide(admin, rideInput(ids, { to: { addressId: foreign.address('Lager') } })), {
        code: 'invalid',
        fields: [{ field: 'to.addressId', problem: 'unknown' }],
      });
      await assertRefused(bookRide(admin, rideInput(ids, { costCentreId: foreign.costCentre('P-10') })), {
        code: 'invalid',
        fields: [{ field: 'costCentreId', problem: 'unknown' }],
      });
    });
  });

  it('counts once however often the form is sent, and lets one of two have the last place', async () => {
    const input = rideInput(ids, { slot: '2026-12-02T09:00' });
    assert.deepEqual(await bookRide(admin, input), await bookRide(admin, input));
    assert.equal(await placesTaken(database, 'courier', '2026-12-02T09:00'), 1);
    const slot = '2026-12-02T15:00';
    await leavePlaces(database, 'courier', slot, 1);
    const results = await allAtOnce(
      database,
      {
        sql: "select from slot where pool = 'courier' and service_date + starts = $1::timestamp for update",
        values: [slot],
      },
      [1, 2].map(() => () => bookRide(admin, rideInput(ids, { slot }))),
    );
    const { done, failed } = outcomes(results);
    assert.equal(done.length, 1);
    assert.deepEqual(
      failed.map((error) => error instanceof Refused && error.refusal),
      [{ code: 'slot-full' }],
    );
  });
});

describe('the steps of a ride', () => {
  it('go from booked to delivered, with name and time, a letter each, and finish the order', async () => {
    const order = await booked({ slot: '2026-12-03T10:00' });
    const { number } = order;
    const letters = (await waitingJobs(database)).length;
    const at = (time: string) => ({ ...desk, now: berlin(time) });
    await assignCourier(at('2026-12-03T09:50'), { number, rider: 'Mira Rad' });
    await courierPickedUp(at('2026-12-03T10:20'), { number });
    await courierDelivered(at('2026-12-03T10:45'), { number, receivedBy: 'Frau Beispiel' });
    const { ride, order: row } = await readBack(number);
    assert.equal(row.status, 'completed');
    assert.equal(row.completed_at?.toString(), berlin('2026-12-03T10:45').toString());
    assert.deepEqual(
      ride.events.map(({ step, name, at: time }) => [step, name, time.toString()]),
      [
        ['placed', '', admin.now.toString()],
        ['assigned', 'Mira Rad', berlin('2026-12-03T09:50').toString()],
        ['picked-up', 'Mira Rad', berlin('2026-12-03T10:20').toString()],
        ['delivered', 'Frau Beispiel', berlin('2026-12-03T10:45').toString()],
      ],
    );
    assert.equal((await waitingJobs(database)).length, letters + 3);
    const entries = await owner.all(
      query.selectFrom('audit_entry').select('action').where('object', '=', number).orderBy('id'),
    );
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['order.place', 'courier.assigned', 'courier.picked-up', 'courier.delivered'],
    );
  });

  it('are the desk’s alone, one after the other, for rides of the firm', async () => {
    const { number } = await booked({ slot: '2026-12-03T11:00' });
    const billing = { ...desk, actor: { kind: 'carrier', name: 'B', roles: ['billing'] } } as typeof desk;
    const [pickup] = await bookPickup(admin, pickupInput(ids));
    await assertUnchanged(database, async () => {
      await assertRefused(assignCourier(admin, { number, rider: 'X' }), { code: 'not-found' });
      await assertRefused(assignCourier(billing, { number, rider: 'X' }), {
        code: 'staff-role-required',
        role: 'dispatch',
      });
      await assertRefused(courierPickedUp(desk, { number }), { code: 'stale' });
      await assertRefused(courierDelivered(desk, { number, receivedBy: 'X' }), { code: 'stale' });
      await assertRefused(assignCourier(desk, { number, rider: ' ' }), {
        code: 'invalid',
        fields: [{ field: 'rider', problem: 'required' }],
      });
      await assertRefused(assignCourier(desk, { number: pickup?.number, rider: 'X' }), { code: 'not-found' });
      const elsewhere = carrierCtx({ db, jobs, customer: other.customer });
      await assertRefused(assignCourier(elsewhere, { number, rider: 'X' }), { code: 'not-found' });
    });
    await assignCourier(desk, { number, rider: 'Mira Rad' });
    await assertRefused(assignCourier(desk, { number, rider: 'Zwei' }), { code: 'stale' });
  });

  it('happen when the desk says, from the day of the ride on, after the step before and not in the future', async () => {
    const { number } = await booked({ slot: '2026-12-03T12:00' });
    const at = (time: string) => ({ ...desk, now: berlin(time) });
    const wrong = (time: string, problem: FieldProblem['problem']) =>
      assertRefused(courierPickedUp(at('2026-12-03T12:30'), { number, time }), {
        code: 'invalid',
        fields: [{ field: 'time', problem }],
      });
    await assignCourier(at('2026-12-02T23:00'), { number, rider: 'Mira Rad' });
    await assertUnchanged(database, async () => {
      await assertRefused(courierPickedUp(at('2026-12-02T23:59:59'), { number }), {
        code: 'not-yet-due',
        date: Temporal.PlainDate.from('2026-12-03'),
      });
      await wrong('noon', 'not-a-time');
      await wrong('12:31', 'in-the-future');
    });
    await courierPickedUp(at('2026-12-03T12:30:40'), { number, time: '' });
    // within the minute in which it was picked up, a time without seconds is no earlier one
    const delivery = { number, receivedBy: 'Frau Beispiel' };
    await assertRefused(courierDelivered(at('2026-12-03T12:50'), { ...delivery, time: '12:29' }), {
      code: 'invalid',
      fields: [{ field: 'time', problem: 'before-last-step' }],
    });
    await courierDelivered(at('2026-12-03T12:50'), { ...delivery, time: '12:30' });
    const { order, ride } = await readBack(number);
    assert.equal(`${order.completed_at}`, `${berlin('2026-12-03T12:30:40')}`);
    assert.deepEqual(
      ride.events.slice(2).map(({ at: time }) => `${time}`),
      [`${berlin('2026-12-03T12:30:40')}`, `${berlin('2026-12-03T12:30:40')}`],
    );
  });

  it('are taken once when two clerks take them at the same time', async () => {
    const { number } = await booked({ slot: '2026-12-03T13:00' });
    const results = await allAtOnce(
      database,
      { sql: 'select from service_order where number = $1 for update', values: [number] },
      ['Mira Rad', 'Tarek Tempo'].map((rider) => () => assignCourier(desk, { number, rider })),
    );
    const { done, failed } = outcomes(results);
    assert.equal(done.length, 1);
    assert.deepEqual(
      failed.map((error) => error instanceof Refused && error.refusal),
      [{ code: 'stale' }],
    );
    assert.equal((await readBack(number)).ride.events.length, 2);
  });
});

describe('cancelling a ride', () => {
  it('is free until a rider is assigned, and gives the place back', async () => {
    const slot = '2026-12-04T10:00';
    const { number } = await booked({ slot });
    assert.deepEqual(await cancelRide(admin, { number, fee: 0 }), { number, fee: 0 });
    const { order } = await readBack(number);
    assert.equal(order.status, 'cancelled');
    assert.equal(order.is_cancellation_charged, false);
    assert.equal(order.net_cents, 1310);
    assert.equal(await placesTaken(database, 'courier', slot), 0);
    await assertRefused(cancelRide(admin, { number, fee: 0 }), { code: 'already-cancelled', at: admin.now });
    await assertRefused(assignCourier(desk, { number, rider: 'X' }), { code: 'stale' });
  });

  it('then costs the base fee, which nobody pays without having been told', async () => {
    const { number } = await booked({ slot: '2026-12-04T11:00', direct: 'on' });
    await assignCourier(desk, { number, rider: 'Mira Rad' });
    await assertUnchanged(database, () =>
      assertRefused(cancelRide(admin, { number, fee: 0 }), { code: 'stale' }),
    );
    assert.deepEqual(await cancelRide(admin, { number, fee: 790 }), { number, fee: 790 });
    const found = await readBack(number);
    assert.deepEqual(linesOf(found), [['COURIER_BIKE', 1, 790]]);
    assert.equal(found.order.net_cents, 790);
    assert.equal(found.order.gross_cents, 940);
    assert.equal(found.order.is_cancellation_charged, true);
    // what was booked stays readable
    assert.equal(found.versions[0]?.promise.net, 790 + 520 + 655);
    assert.deepEqual(
      found.events.map(({ kind }) => kind),
      ['placed', 'changed', 'cancelled'],
    );
  });

  it('is not possible once it is picked up', async () => {
    const { number } = await booked({ slot: '2026-12-04T12:00' });
    await assignCourier(desk, { number, rider: 'Mira Rad' });
    await courierPickedUp({ ...desk, now: berlin('2026-12-04T12:10') }, { number });
    await assertUnchanged(database, async () => {
      await assertRefused(cancelRide(admin, { number, fee: 790 }), { code: 'courier-underway' });
      await assertRefused(cancelRide(admin, { number, fee: 0 }), { code: 'courier-underway' });
    });
  });

  it('is for whoever may cancel, for the own firm, and not by the way of other orders', async () => {
    const { number } = await booked({ slot: '2026-12-04T13:00' });
    const orderer = { ...admin, grants: { isAdmin: false, rights: ['orders.place' as const] } };
    await assertUnchanged(database, async () => {
      await assertRefused(cancelRide(orderer, { number, fee: 0 }), {
        code: 'forbidden',
        right: 'orders.cancel',
      });
      await assertRefused(cancelRide(other, { number, fee: 0 }), { code: 'not-found' });
      await assertRefused(cancelRide(admin, { number: 'A-2026-999999', fee: 0 }), { code: 'not-found' });
      await assertRefused(cancelOrder(admin, { number }), { code: 'final-when-placed' });
    });
  });

  it('meets the assigning of a rider: the ride ends one way, and nobody pays unasked', async () => {
    const { number } = await booked({ slot: '2026-12-04T14:00' });
    const results = await allAtOnce<unknown>(
      database,
      { sql: 'select from service_order where number = $1 for update', values: [number] },
      [() => cancelRide(admin, { number, fee: 0 }), () => assignCourier(desk, { number, rider: 'Mira Rad' })],
    );
    const { done, failed } = outcomes(results);
    assert.equal(done.length, 1);
    assert.deepEqual(
      failed.map((error) => error instanceof Refused && error.refusal),
      [{ code: 'stale' }],
    );
    const { order } = await readBack(number);
    assert.equal(order.is_cancellation_charged, false);
  });
});
