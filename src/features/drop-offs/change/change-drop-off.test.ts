import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { berlin } from '../../../../test/support/clock.ts';
import { ctxFor } from '../../../../test/support/context.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../../test/support/jobs.ts';
import { idsOf, leavePlaces, pickupInput, placesTaken } from '../../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { query } from '../../../platform/db/database.ts';
import { cancelOrder, findOrder } from '../../orders/index.ts';
import { bookPickup } from '../../pickups/index.ts';
import { bookDropOff } from '../book-drop-off.ts';
import { findAnnounced } from '../queries.ts';
import { adInput, dropOffInput } from '../test-support/sample.fixture.ts';
import { changeDropOff } from './change-drop-off.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const jobs = await testJobs(database);
const admin = await ctxFor({ db, jobs });
const other = await ctxFor({ db, jobs, customer: 'D100003' });

async function booked(input = dropOffInput()): Promise<{ id: number; number: string }> {
  const [order] = await bookDropOff(admin, input);
  return order ?? assert.fail('not booked');
}

/** A change of the sample drop-off. */
function change(number: string, changes: Record<string, unknown> = {}, input = dropOffInput()) {
  const { kind: _, ...answers } = input;
  return { ...answers, number, version: 1, key: randomUUID(), ...changes };
}

const present = (number: string) =>
  db.transaction(admin.customer.id, async (tx) => {
    const found = (await findOrder(tx, number)) ?? assert.fail('gone');
    return { ...found, announced: await findAnnounced(tx, found.order.id) };
  });

describe('changing a drop-off', () => {
  it('lets it grow through the day: more pieces, another product; every version stays', async () => {
    const order = await booked();
    const before = (await present(order.number)).announced;
    const items = { LETTER_STD: { pieces: 700, grams: 20 }, LETTER_LARGE: { pieces: 30, grams: 120 } };
    await changeDropOff(admin, change(order.number, { items }));
    await changeDropOff(admin, change(order.number, { items, version: 2, note: 'Rampe 2' }));

    const { order: row, announced, versions, events } = await present(order.number);
    assert.equal(row.version, 3);
    assert.equal(announced?.manifestCode, before?.manifestCode);
    assert.deepEqual(
      announced?.items.map(({ productCode, pieces, net }) => [productCode, pieces, net]),
      [
        ['LETTER_STD', 700, 49_700],
        ['LETTER_LARGE', 30, 4140],
      ],
    );
    assert.equal(announced?.note, 'Rampe 2');
    assert.equal(versions.length, 2);
    assert.equal(versions[0]?.promise.particulars?.[1]?.value.de, '500 Stück zu je 20 g');
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['placed', 'changed', 'changed'],
    );
    const kept = await owner.sql<{ version: number; pieces: number }>(
      'select version, pieces from drop_off_item where order_id = $1 order by version, position',
      [order.id],
    );
    assert.deepEqual(
      kept.map(({ version, pieces }) => [version, pieces]),
      [
        [1, 500],
        [2, 700],
        [2, 30],
        [3, 700],
        [3, 30],
      ],
    );
  });

  it('is possible until one hour before the window, to the second', async () => {
    const items = (pieces: number) => ({ items: { LETTER_STD: { pieces, grams: 20 } } });
    const order = await booked();
    const at = (time: string) => ({ ...admin, now: berlin(time) });
    await changeDropOff(at('2026-11-30T08:59:59'), change(order.number, items(501)));
    await changeDropOff(at('2026-11-30T09:00:00'), change(order.number, { ...items(502), version: 2 }));
    await assertUnchanged(database, () =>
      assertRefused(
        changeDropOff(at('2026-11-30T09:00:01'), change(order.number, { ...items(503), version: 3 })),
        { code: 'past-change-deadline', deadline: berlin('2026-11-30T09:00') },
      ),
    );
  });

  it('moves the place to another window and site, with the deadlines of that window', async () => {
    const order = await booked(dropOffInput({ slot: '2026-12-01T10:00' }));
    await changeDropOff(admin, change(order.number, { site: 'DEPOT_SPANDAU', slot: '2026-12-01T14:00' }));
    assert.equal(await placesTaken(database, 'site-DEPOT_KREUZBERG', '2026-12-01T10:00'), 0);
    assert.equal(await placesTaken(database, 'site-DEPOT_SPANDAU', '2026-12-01T14:00'), 1);
    const { order: row, announced } = await present(order.number);
    assert.equal(row.address.recipient, 'Depot Spandau');
    assert.equal(announced?.siteCode, 'DEPOT_SPANDAU');
    assert.equal(row.change_until?.toString(), berlin('2026-12-01T13:00').toString());
    assert.equal(row.cancel_until?.toString(), berlin('2026-11-30T16:00').toString());
  });

  it('does not win back cancelling by moving it after that deadline', async () => {
    const order = await booked();
    const late = { ...admin, now: berlin('2026-11-29T17:00') };
    await changeDropOff(late, change(order.number, { slot: '2026-12-04T10:00' }));
    const { order: row } = await present(order.number);
    assert.equal(row.cancel_until?.toString(), berlin('2026-11-29T16:00').toString());
  });

  it('keeps its place in a full window, and cannot have one in another', async () => {
    const order = await booked(dropOffInput({ slot: '2026-12-07T10:00' }));
    await leavePlaces(database, 'site-DEPOT_KREUZBERG', '2026-12-07T10:00', 0);
    await leavePlaces(database, 'site-DEPOT_KREUZBERG', '2026-12-08T10:00', 0);
    await changeDropOff(admin, change(order.number, { slot: '2026-12-07T10:00', reference: 'neu' }));
    await assertRefused(
      changeDropOff(admin, change(order.number, { slot: '2026-12-08T10:00', version: 2 })),
      { code: 'slot-full' },
    );
  });

  it('is refused to the second of two people, and to everybody who may not', async () => {
    const order = await booked();
    await changeDropOff(admin, change(order.number, { reference: 'A' }));
    const nobody = { ...admin, grants: { isAdmin: false, rights: [] } };
    await assertUnchanged(database, async () => {
      await assertRefused(changeDropOff(admin, change(order.number, { reference: 'B' })), { code: 'stale' });
      await assertRefused(changeDropOff(nobody, change(order.number, { version: 2 })), {
        code: 'forbidden',
        right: 'orders.place',
      });
      await assertRefused(changeDropOff(other, change(order.number, { version: 2 })), { code: 'not-found' });
      await assertRefused(changeDropOff(admin, change('A-2026-999999')), { code: 'not-found' });
      await assertRefused(changeDropOff(admin, change("A'--")), { code: 'not-found' });
    });
  });

  it('is not for other orders, and the change of other orders is not for it', async () => {
    const ids = await idsOf(database);
    const [pickup] = await bookPickup(admin, pickupInput(ids));
    await assertRefused(changeDropOff(admin, change(pickup?.number ?? '')), { code: 'not-found' });
  });

  it('holds advertising mail to its rules', async () => {
    const order = await booked(adInput());
    const wanted = (changes: object) => change(order.number, { ...changes }, adInput());
    await assertRefused(changeDropOff(admin, wanted({ items: { AD_STD: { pieces: 150, grams: 20 } } })), {
      code: 'invalid',
      fields: [{ field: 'items.AD_STD.pieces', problem: 'too-small', limit: 200 }],
    });
    await changeDropOff(admin, wanted({ items: { AD_STD: { pieces: 300, grams: 20 } } }));
    const { announced } = await present(order.number);
    assert.equal(announced?.items[0]?.surcharge, 1200);
  });

  it('changes nothing when nothing is different, sent twice, or cancelled', async () => {
    const input = dropOffInput({ slot: '2026-12-09T10:00' });
    const order = await booked(input);
    const letters = (await waitingJobs(database)).length;
    const same = change(order.number, {}, input);
    assert.equal((await changeDropOff(admin, same)).version, 1);
    const real = change(order.number, { reference: 'neu' }, input);
    assert.equal((await changeDropOff(admin, real)).version, 2);
    assert.equal((await changeDropOff(admin, real)).version, 2);
    assert.equal((await waitingJobs(database)).length, letters + 1);
    await cancelOrder(admin, { number: order.number });
    await assertRefused(changeDropOff(admin, change(order.number, { version: 2 }, input)), {
      code: 'already-cancelled',
      at: admin.now,
    });
  });

  it('is in the audit log with what differs', async () => {
    const order = await booked();
    await changeDropOff(admin, change(order.number, { items: { LETTER_STD: { pieces: 600, grams: 20 } } }));
    const [entry] = await owner.all(
      query
        .selectFrom('audit_entry')
        .select(['action', 'before', 'after'])
        .where('object', '=', order.number)
        .where('action', '=', 'order.change'),
    );
    assert.match(JSON.stringify(entry?.before), /500 Stück/);
    assert.match(JSON.stringify(entry?.after), /600 Stück/);
  });
});
