import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { testApp } from '../support/app.ts';
import { idsOf } from '../support/orders.ts';
import { assertUnchanged } from '../support/refused.ts';
import { type Call, programOf } from './program.ts';

const portal = await testApp();
const program = await programOf(portal);
const token = await program.tokenOf('D100001');
const ids = await idsOf(portal.database);

const POSTS = ['/api/v1/pickups', '/api/v1/express-pickups', '/api/v1/goods-orders', '/api/v1/session'];
const send = (path: string, call: Call) =>
  program.call('POST', path, {
    ...(path === '/api/v1/session' ? {} : { token }),
    key: randomUUID(),
    ...call,
  });

const valid = { slot: '2026-11-30T10:00', addressId: ids.address('Kanzlei') };

/** What nobody should send: every kind of JSON value, and texts that have hurt programs before. */
const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  2 ** 53,
  '',
  ' ',
  "'; drop table service_order; --",
  '<script>alert(1)</script>',
  '\u202e\u0000\ufeff',
  '\ud800',
  '😀'.repeat(20),
  'x'.repeat(10_000),
  [],
  [1],
  {},
  { constructor: 1, toString: 1 },
];

describe('a body', () => {
  it('that is no JSON is refused', async () => {
    await assertUnchanged(portal.database, async () => {
      for (const path of POSTS) {
        for (const body of [
          '',
          '{',
          'null,',
          '{"slot":}',
          "{'slot':1}",
          '\u0000',
          '[[[',
          '['.repeat(60_000),
          '{"a":1}x',
        ]) {
          const answer = await send(path, { body });
          assert.deepEqual(
            [answer.status, answer.body.fields],
            [422, [{ field: 'body', problem: 'unreadable' }]],
            `${path} ${body.slice(0, 20)}`,
          );
        }
      }
    });
  });

  it('that is no object is refused', async () => {
    for (const path of POSTS) {
      for (const json of [null, true, 1, 'x', [], [valid]]) {
        assert.equal((await send(path, { json })).status, 422, `${path} ${JSON.stringify(json)}`);
      }
    }
  });

  it('of another content type is refused, so that no form of a foreign page is read', async () => {
    const body = JSON.stringify(valid);
    for (const path of POSTS) {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'application/jsonp',
        'text/json',
      ]) {
        const answer = await send(path, { body, headers: { 'content-type': type } });
        assert.deepEqual(
          [answer.status, answer.body.fields[0].field],
          [422, 'Content-Type'],
          `${path} ${type}`,
        );
      }
    }
  });

  it('that is too large is refused', async () => {
    for (const path of POSTS) {
      const answer = await send(path, { json: { ...valid, driverHint: 'x'.repeat(200_000) } });
      assert.deepEqual([answer.status, answer.body.code], [413, 'too-large'], path);
    }
  });

  it('may name its charset', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    assert.equal((await send('/api/v1/pickups', { json: valid, headers })).status, 201);
  });
});

/** Texts that people may write, with their longest. */
const TEXTS: Readonly<Record<string, number>> = { reference: 60, driverHint: 500 };

describe('every field', () => {
  for (const field of ['slot', 'addressId', 'costCentreId', 'reference', 'driverHint', 'quantities']) {
    it(`${field} takes hostile values without a fault, and no row changes where they are refused`, async () => {
      const path = field === 'quantities' ? '/api/v1/goods-orders' : '/api/v1/pickups';
      for (const value of VALUES) {
        // a window holds twelve pickups, so the hints are tried on another day
        const slot = field === 'driverHint' ? '2026-12-01T10:00' : valid.slot;
        const json = { ...valid, slot, [field]: value };
        if (typeof value === 'string' && value.length <= (TEXTS[field] ?? -1)) {
          assert.equal((await send(path, { json })).status, 201, JSON.stringify(value));
          continue;
        }
        await assertUnchanged(portal.database, async () => {
          const answer = await send(path, { json });
          assert.ok(
            [409, 422].includes(answer.status),
            `${JSON.stringify(value).slice(0, 40)}: ${answer.status}`,
          );
        });
      }
    });
  }

  it('of the quantities is a whole number of a product', async () => {
    await assertUnchanged(portal.database, async () => {
      for (const value of VALUES) {
        const { status } = await send('/api/v1/goods-orders', {
          json: { ...valid, quantities: { BOX_SMALL: value } },
        });
        assert.equal(status, 422, JSON.stringify(value).slice(0, 40));
      }
      const prototype = `{"slot":"${valid.slot}","addressId":${valid.addressId},"quantities":{"__proto__":5,"constructor":1}}`;
      assert.equal((await send('/api/v1/goods-orders', { body: prototype })).status, 422);
    });
  });
});

describe('the documents', () => {
  const TYPED = VALUES.filter((value) => typeof value === 'string').filter((text) => text.isWellFormed());

  it('take hostile filters, cursors and numbers without a fault', async () => {
    for (const text of [...TYPED, '99999999-1', '20261301-1', '-1', '1e9', '../../etc/passwd']) {
      for (const name of [
        'folder',
        'from',
        'to',
        'search',
        'costCentre',
        'state',
        'older',
        'newer',
        'more',
      ]) {
        const path = `/api/v1/documents?${new URLSearchParams({ [name]: text })}`;
        const { status } = await program.call('GET', path, { token });
        assert.ok([200, 414, 422, 431].includes(status), `${name}=${text.slice(0, 30)}: ${status}`);
      }
      for (const file of ['', '/pdf', '/xml']) {
        const path = `/api/v1/documents/${encodeURIComponent(text || '-')}${file}`;
        assert.equal((await program.call('GET', path, { token })).status, 404, path.slice(0, 60));
      }
    }
  });
});
