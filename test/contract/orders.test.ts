import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { testApp } from '../support/app.ts';
import { idsOf } from '../support/orders.ts';
import { assertUnchanged } from '../support/refused.ts';
import { programOf } from './program.ts';

const portal = await testApp();
const program = await programOf(portal);
const token = await program.tokenOf('D100001');
const ids = await idsOf(portal.database);

async function book(reference = ''): Promise<string> {
  const json = { slot: '2026-11-30T10:00', addressId: ids.address('Kanzlei'), reference };
  const { status, body } = await program.call('POST', '/api/v1/pickups', { token, json, key: randomUUID() });
  assert.equal(status, 201);
  return body.orders[0].number;
}

const get = (path: string, as = token) => program.call('GET', `/api/v1${path}`, { token: as });
const cancel = (number: string, as = token) =>
  program.call('POST', `/api/v1/orders/${encodeURIComponent(number)}/cancellation`, { token: as });
const numbersOf = (body: { orders: { number: string }[] }) => body.orders.map(({ number }) => number);

describe('one order', () => {
  it('shows everything, to the firm alone', async () => {
    const number = await book('Akte 12');
    const { status, body } = await get(`/orders/${number}`);
    assert.equal(status, 200);
    assert.deepEqual([body.number, body.reference, body.status], [number, 'Akte 12', 'placed']);
    const path = `/api/v1/orders/${number}`;
    assert.deepEqual(body.change, { possible: true, refusal: null, path: `${path}/change` });
    assert.deepEqual(body.cancellation, { possible: true, refusal: null, path: `${path}/cancellation` });
    assert.equal(body.history.length, 1);
    const stranger = await program.tokenOf('D100002');
    for (const answer of [await get(`/orders/${number}`, stranger), await cancel(number, stranger)]) {
      assert.deepEqual([answer.status, answer.body.code], [404, 'not-found']);
    }
    assert.equal((await get(`/orders/${number}`)).body.status, 'placed');
  });

  it('is not found under a number of any other form', async () => {
    await assertUnchanged(portal.database, async () => {
      for (const number of [
        'A-2026-999999',
        'x',
        "A-2026-000001'--",
        'A-2026-000001\u0000',
        '../orders',
        '😀',
      ]) {
        for (const answer of [await get(`/orders/${encodeURIComponent(number)}`), await cancel(number)]) {
          assert.deepEqual([answer.status, answer.body.code], [404, 'not-found'], number);
        }
      }
    });
  });
});

describe('changing', () => {
  const change = (number: string, json: unknown, key: string = randomUUID()) =>
    program.call('POST', `/api/v1/orders/${number}/change`, { token, json, key });

  it('answers with the changed order and its history, once per key', async () => {
    const number = await book('Akte 1');
    const key = randomUUID();
    const json = { version: 1, slot: '2026-12-01T14:00', reference: 'Akte 2' };
    for (const { status, body } of [await change(number, json, key), await change(number, json, key)]) {
      assert.equal(status, 200);
      assert.deepEqual([body.version, body.reference, body.date], [2, 'Akte 2', '2026-12-01']);
      assert.equal(body.history.length, 2);
    }
  });

  it('is refused for an older version, an unknown field, and a window that is not offered', async () => {
    const number = await book();
    await change(number, { version: 1, reference: 'neu' });
    const answers = [
      [{ version: 1, reference: 'alt' }, 409, 'stale'],
      [{ version: 2, refrence: 'x' }, 422, 'invalid'],
      [{ version: 2, slot: '2026-11-29T10:00' }, 409, 'slot-not-offered'],
      [{ version: 2, quantities: { PICKUP_EXTRA: 2 } }, 422, 'invalid'],
      [{}, 422, 'invalid'],
    ] as const;
    await assertUnchanged(portal.database, async () => {
      for (const [json, status, code] of answers) {
        const answer = await change(number, json);
        assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(json));
      }
    });
  });
});

describe('cancelling', () => {
  it('answers with the cancelled order, and once only', async () => {
    const number = await book();
    const { status, body } = await cancel(number);
    assert.equal(status, 200);
    assert.equal(body.status, 'cancelled');
    assert.equal(body.cancelledAt, portal.clock().toString());
    assert.deepEqual([body.cancellation.possible, body.cancellation.refusal], [false, 'already-cancelled']);
    const again = await cancel(number);
    assert.deepEqual(
      [again.status, again.body.code, again.body.at],
      [409, 'already-cancelled', body.cancelledAt],
    );
  });

  it('is refused where it is final', async () => {
    const json = {
      slot: '2026-11-30T10:00',
      addressId: ids.address('Kanzlei'),
      quantities: { STAMP_STD_20: 1 },
    };
    const placed = await program.call('POST', '/api/v1/goods-orders', { token, json, key: randomUUID() });
    const { status, body } = await cancel(placed.body.orders[0].number);
    assert.deepEqual([status, body.code], [409, 'final-when-placed']);
  });

  it('ends with the deadline, which the refusal names', async () => {
    const number = await book();
    const began = portal.clock();
    portal.clock.set('2026-11-29T16:00:01');
    const late = await program.tokenOf('D100001');
    const { status, body } = await cancel(number, late);
    assert.deepEqual([status, body.code, body.deadline], [409, 'past-deadline', '2026-11-29T15:00:00Z']);
    assert.deepEqual((await get(`/orders/${number}`, late)).body.cancellation, {
      possible: false,
      refusal: 'past-deadline',
      path: `/api/v1/orders/${number}/cancellation`,
    });
    portal.clock.set(began);
  });
});

describe('the list', () => {
  it('filters as the page does', async () => {
    const number = await book('Sonder-Ref 4711');
    const cancelled = await book();
    await cancel(cancelled);
    const found = async (query: string) => {
      const { status, body } = await get(`/orders?${query}`);
      assert.equal(status, 200, query);
      return numbersOf(body);
    };
    assert.deepEqual(await found('search=sonder-ref'), [number]);
    assert.deepEqual(await found(`search=${number}`), [number]);
    assert.ok((await found('status=cancelled')).includes(cancelled));
    assert.ok(!(await found('status=placed')).includes(cancelled));
    assert.ok((await found('service=PICKUP_EXTRA&from=2026-11-23&to=2026-11-23')).includes(number));
    assert.deepEqual(await found('service=GOODS_BOXES&search=sonder-ref'), []);
    assert.deepEqual(await found('to=2026-11-22'), []);
  });

  it('goes to older orders and back', async () => {
    const reference = 'Seiten';
    const placed: string[] = [];
    // every booking takes a place, so the bulk comes as copies of one order
    placed.push(await book(reference));
    await portal.database.owner.sql(COPIES, [placed[0], 60]);
    const first = await get(`/orders?search=${reference}`);
    assert.equal(first.body.orders.length, 50);
    assert.equal(first.body.newer, null);
    const second = await get(`/orders?search=${reference}&older=${first.body.older}`);
    assert.equal(second.body.orders.length, 11);
    assert.equal(second.body.older, null);
    const all = [...numbersOf(first.body), ...numbersOf(second.body)];
    assert.equal(new Set(all).size, 61);
    const back = await get(`/orders?search=${reference}&newer=${second.body.newer}`);
    assert.deepEqual(numbersOf(back.body), numbersOf(first.body));
  });

  it('shows no other firm’s orders', async () => {
    const mine = await book();
    const { body } = await get('/orders', await program.tokenOf('D100003'));
    assert.ok(!numbersOf(body).includes(mine));
  });

  it('refuses a filter that it cannot read, instead of showing more than was asked for', async () => {
    for (const query of [
      'status=lost',
      'from=30.11.2026',
      'from=2026-02-30',
      'to=-000001-01-01',
      'to=9999-12-31',
      'older=1',
      'older=99999999999999999999-1',
      'newer=%00',
      'service=%27%3B--',
      `search=${'x'.repeat(61)}`,
      'status=placed&status=cancelled',
      'sort=price',
    ]) {
      const { status, body } = await get(`/orders?${query}`);
      assert.deepEqual([status, body.code], [422, 'invalid'], query);
    }
  });

  it('survives whatever is searched for', async () => {
    for (const text of ["'", '%', '_', '\u0000', '\u202e', '<script>', '😀', '\\', 'A-2026-', '\ud800']) {
      assert.equal(
        (await get(`/orders?search=${encodeURIComponent(text.toWellFormed())}`)).status,
        200,
        text,
      );
    }
    assert.equal((await get('/orders?older=99999999999999999-999999999999999')).status, 200);
    assert.equal((await get('/orders?newer=0-0')).status, 200);
  });
});

const COPIES = `
  with original as (select * from service_order where number = $1),
  copies as (
    insert into service_order (
      customer_id, placed_at, number, status, submission_key, service_code, pool, service_date, window_starts,
      window_ends, starts_at, ends_at, change_until, cancel_until, address_id, address, reference,
      cost_centre_label, driver_hint, net_cents, vat, gross_cents
    )
    select customer_id, placed_at - make_interval(secs => n / 2), 'A-2026-9' || lpad(n::text, 5, '0'), status,
      submission_key, service_code, pool, service_date, window_starts, window_ends, starts_at, ends_at,
      change_until, cancel_until, address_id, address, reference, cost_centre_label, driver_hint, net_cents, vat,
      gross_cents
    from original, generate_series(1, $2) n
    returning id, customer_id
  )
  insert into order_line (order_id, customer_id, position, product_code, name, unit, quantity, unit_price, vat_rate, net_cents)
  select c.id, c.customer_id, l.position, l.product_code, l.name, l.unit, l.quantity, l.unit_price, l.vat_rate, l.net_cents
  from copies c, original o join order_line l on l.order_id = o.id`;
