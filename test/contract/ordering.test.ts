import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { testApp } from '../support/app.ts';
import { idsOf, leavePlaces, placesTaken } from '../support/orders.ts';
import { assertUnchanged } from '../support/refused.ts';
import { programOf } from './program.ts';

const portal = await testApp();
const program = await programOf(portal);
const token = await program.tokenOf('D100001', 'mitarbeit');
const ids = await idsOf(portal.database);
const others = await idsOf(portal.database, 'D100002');

const SLOT = '2026-11-30T10:00';
const pickup = (changes: object = {}) => ({ slot: SLOT, addressId: ids.address('Kanzlei'), ...changes });
const goods = (quantities: object, changes: object = {}) => ({ ...pickup(changes), quantities });

const book = (json: unknown, key: string = randomUUID()) =>
  program.call('POST', '/api/v1/pickups', { token, json, key });
const order = (json: unknown, key: string = randomUUID()) =>
  program.call('POST', '/api/v1/goods-orders', { token, json, key });

describe('ordering goods', () => {
  it('answers with the orders that the basket became, their deadlines and sums', async () => {
    const { status, body } = await order(
      goods({ STAMP_STD_20: 2, BOX_SMALL: 3 }, { reference: 'PO 7', costCentreId: ids.costCentre('1200') }),
    );
    assert.equal(status, 201);
    const [stamps, boxes] = body.orders;
    assert.deepEqual([stamps.service, boxes.service], ['GOODS_FINAL', 'GOODS_BOXES']);
    assert.match(stamps.number, /^A-2026-\d{6}$/);
    assert.deepEqual([stamps.netCents, stamps.grossCents], [2840, 3380]);
    assert.deepEqual(stamps.vat, [{ basisPoints: 1900, baseCents: 2840, taxCents: 540 }]);
    assert.equal(stamps.cancelUntil, null);
    assert.equal(boxes.cancelUntil, '2026-11-29T15:00:00Z');
    assert.deepEqual([boxes.date, boxes.starts, boxes.ends], ['2026-11-30', '10:00', '12:00']);
    assert.deepEqual([boxes.startsAt, boxes.endsAt], ['2026-11-30T09:00:00Z', '2026-11-30T11:00:00Z']);
    assert.equal(boxes.reference, 'PO 7');
    assert.equal(boxes.lines[0].quantity, 3);
    // whoever may order but not cancel is told so before they try
    const cancels = (refusal: string, { number }: { number: string }) => ({
      possible: false,
      refusal,
      path: `/api/v1/orders/${number}/cancellation`,
    });
    assert.deepEqual(boxes.cancellation, cancels('forbidden', boxes));
    assert.deepEqual(stamps.cancellation, cancels('final-when-placed', stamps));
  });

  it('names the place in the JSON of what is wrong', async () => {
    const fieldsOf = async (json: unknown) => {
      const { status, body } = await order(json);
      assert.equal(status, 422, JSON.stringify(json));
      return body.fields;
    };
    assert.deepEqual(await fieldsOf(goods({ BOX_SMALL: '50' })), [
      { field: 'quantities.BOX_SMALL', problem: 'not-a-number' },
    ]);
    assert.deepEqual(await fieldsOf(goods({ NOTHING: 1 })), [
      { field: 'quantities.NOTHING', problem: 'unknown' },
    ]);
    assert.deepEqual(await fieldsOf(goods({ STAMP_STD_20: 101 })), [
      { field: 'quantities.STAMP_STD_20', problem: 'too-large', limit: 100 },
    ]);
    assert.deepEqual(await fieldsOf(goods({})), [{ field: 'quantities', problem: 'required' }]);
    assert.deepEqual(await fieldsOf(goods({ BOX_SMALL: 1 }, { addressId: `${ids.address('Kanzlei')}` })), [
      { field: 'addressId', problem: 'not-a-number' },
    ]);
    assert.deepEqual(await fieldsOf(goods({ BOX_SMALL: 1 }, { refrence: 'x' })), [
      { field: 'refrence', problem: 'unknown' },
    ]);
  });

  it('takes only what the firm has', async () => {
    const strangers = [
      { addressId: others.address('Verwaltung') },
      { costCentreId: others.costCentre('4100') },
      { addressId: 999_999_999 },
    ];
    await assertUnchanged(portal.database, async () => {
      for (const stranger of strangers) {
        const { status, body } = await order(goods({ BOX_SMALL: 1 }, stranger));
        assert.equal(status, 422);
        assert.deepEqual(body.fields, [{ field: Object.keys(stranger)[0], problem: 'unknown' }]);
      }
    });
  });
});

describe('booking a pickup', () => {
  it('answers with the order and takes one place', async () => {
    const before = await placesTaken(portal.database, 'pickup', SLOT);
    const { status, body } = await book(pickup({ driverHint: 'Klingeln' }));
    assert.equal(status, 201);
    assert.equal(body.orders.length, 1);
    assert.equal(body.orders[0].service, 'PICKUP_EXTRA');
    assert.equal(body.orders[0].driverHint, 'Klingeln');
    assert.equal(await placesTaken(portal.database, 'pickup', SLOT), before + 1);
  });

  it('says whether a window is taken or was never offered', async () => {
    await leavePlaces(portal.database, 'pickup', '2026-12-01T12:00', 0);
    const full = await book(pickup({ slot: '2026-12-01T12:00' }));
    assert.deepEqual([full.status, full.body.code], [409, 'slot-full']);
    for (const slot of ['2026-11-29T10:00', '2020-01-06T10:00', '2026-11-30T10:30']) {
      const { status, body } = await book(pickup({ slot }));
      assert.deepEqual([status, body.code], [409, 'slot-not-offered'], slot);
    }
  });
});

describe('the key of a submission', () => {
  it('gives the same answer to the same call, and orders once', async () => {
    const key = randomUUID();
    const first = await book(pickup(), key);
    await assertUnchanged(portal.database, async () => {
      assert.deepEqual((await book(pickup(), key)).body, first.body);
    });
  });

  it('orders once also when the same call comes twice at the same time', async () => {
    const key = randomUUID();
    const answers = await Promise.all([
      order(goods({ BOX_SMALL: 1 }), key),
      order(goods({ BOX_SMALL: 1 }), key),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201],
    );
    assert.deepEqual(answers[0]?.body, answers[1]?.body);
  });

  it('is refused with another content, also at another door', async () => {
    const key = randomUUID();
    await book(pickup(), key);
    await assertUnchanged(portal.database, async () => {
      for (const again of [
        await book(pickup({ reference: 'other' }), key),
        await order(goods({ BOX_SMALL: 1 }), key),
      ]) {
        assert.deepEqual([again.status, again.body.code], [409, 'key-reused']);
      }
    });
  });

  it('is one firm’s own', async () => {
    const key = randomUUID();
    await book(pickup(), key);
    const other = await program.tokenOf('D100003');
    const [address] = await addressesOf(other);
    const { status } = await program.call('POST', '/api/v1/pickups', {
      token: other,
      key,
      json: { slot: SLOT, addressId: address },
    });
    assert.equal(status, 201);
  });

  it('must be there and look like one', async () => {
    await assertUnchanged(portal.database, async () => {
      const without = await program.call('POST', '/api/v1/pickups', { token, json: pickup() });
      assert.deepEqual(without.body.fields, [{ field: 'Idempotency-Key', problem: 'required' }]);
      for (const key of ['short', 'x'.repeat(101), 'with space in it', '"quoted-key"']) {
        const { status, body } = await book(pickup(), key);
        assert.deepEqual([status, body.fields[0].field], [422, 'Idempotency-Key'], key);
      }
    });
  });
});

async function addressesOf(other: string): Promise<number[]> {
  const { body } = await program.call('GET', '/api/v1/addresses?use=pickup', { token: other });
  return body.addresses.map(({ id }: { id: number }) => id);
}
