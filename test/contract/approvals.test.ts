import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { setApprovalRule } from '../../src/features/approval/index.ts';
import { testApp } from '../support/app.ts';
import { ctxFor } from '../support/context.ts';
import { idsOf } from '../support/orders.ts';
import { assertUnchanged } from '../support/refused.ts';
import { programOf } from './program.ts';

const portal = await testApp();
const program = await programOf(portal);
const boss = await program.tokenOf('D100001');
const clerk = await program.tokenOf('D100001', 'mitarbeit');
const ids = await idsOf(portal.database);
const admin = await ctxFor({ db: portal.database.app, jobs: portal.services.jobs });
await setApprovalRule(admin, { isOn: true, above: '1' });

async function book(): Promise<string> {
  const json = { slot: '2026-11-30T10:00', addressId: ids.address('Kanzlei') };
  const { status, body } = await program.call('POST', '/api/v1/pickups', {
    token: clerk,
    json,
    key: randomUUID(),
  });
  assert.equal(status, 201);
  const [order] = body.orders;
  assert.equal(order.status, 'awaiting-approval');
  assert.equal(order.history[0].status, 'awaiting-approval');
  return order.number;
}

const post = (path: string, token: string, json?: unknown) =>
  program.call('POST', `/api/v1/orders/${path}`, { token, ...(json === undefined ? {} : { json }) });
const get = (path: string, token: string) => program.call('GET', `/api/v1${path}`, { token });

describe('approval by program', () => {
  it('lists what waits, and approves it as a person would', async () => {
    const number = await book();
    const { body } = await get('/approvals', boss);
    const listed = body.orders.find((one: { number: string }) => one.number === number);
    assert.equal(listed.netCents, 950);
    assert.equal(listed.placedBy, 'Jonas Wieland');
    const seen = await get(`/orders/${number}`, boss);
    assert.deepEqual(seen.body.approval, {
      until: listed.approveUntil,
      possible: true,
      refusal: null,
      declineReason: null,
    });
    assert.deepEqual([seen.body.change.possible, seen.body.change.refusal], [false, 'awaiting-approval']);
    assert.equal((await get(`/orders/${number}`, clerk)).body.approval.refusal, 'forbidden');
    const approved = await post(`${number}/approval`, boss);
    assert.deepEqual([approved.status, approved.body.status], [200, 'placed']);
    assert.deepEqual(
      approved.body.history.map(({ status }: { status: string }) => status),
      ['awaiting-approval', 'placed'],
    );
    // a resend changes nothing
    await assertUnchanged(portal.database, async () =>
      assert.equal((await post(`${number}/approval`, boss)).status, 200),
    );
    const decided = await post(`${number}/decline`, boss, { reason: 'x' });
    assert.deepEqual([decided.status, decided.body.code], [409, 'already-decided']);
  });

  it('declines with a reason and not without', async () => {
    const number = await book();
    await assertUnchanged(portal.database, async () => {
      for (const json of [
        {},
        { reason: '' },
        { reason: 7 },
        { reason: 'x'.repeat(501) },
        { reason: 'x', more: 1 },
      ]) {
        const answer = await post(`${number}/decline`, boss, json);
        assert.deepEqual([answer.status, answer.body.code], [422, 'invalid'], JSON.stringify(json));
      }
    });
    const { body } = await post(`${number}/decline`, boss, { reason: 'Nächsten Monat' });
    assert.deepEqual([body.status, body.approval.declineReason], ['declined', 'Nächsten Monat']);
    assert.deepEqual([body.cancellation.possible, body.cancellation.refusal], [false, 'already-decided']);
  });

  it('takes an own order back', async () => {
    const number = await book();
    const answer = await post(`${number}/withdrawal`, clerk);
    assert.deepEqual([answer.status, answer.body.status], [200, 'cancelled']);
    assert.equal((await post(`${number}/withdrawal`, clerk)).body.code, 'already-cancelled');
    assert.equal((await post(`${number}/approval`, boss)).body.code, 'already-cancelled');
  });

  it('is for those who may, in their own firm', async () => {
    const number = await book();
    const stranger = await program.tokenOf('D100002');
    await assertUnchanged(portal.database, async () => {
      for (const [path, json] of [
        ['approval', undefined],
        ['decline', { reason: 'x' }],
      ] as const) {
        assert.equal((await post(`${number}/${path}`, clerk, json)).body.code, 'forbidden');
        assert.equal((await post(`${number}/${path}`, stranger, json)).status, 404);
        assert.equal((await post(`A-2026-999999/${path}`, boss, json)).status, 404);
      }
      assert.equal((await get('/approvals', clerk)).body.code, 'forbidden');
      assert.deepEqual((await get('/approvals', stranger)).body.orders, []);
    });
  });

  it('refuses what cannot wait', async () => {
    await setApprovalRule(admin, { isOn: true, above: '1', fourEyes: true });
    const { body } = await program.call('POST', '/api/v1/pickups', {
      token: boss,
      json: { slot: '2026-11-30T10:00', addressId: ids.address('Kanzlei') },
      key: randomUUID(),
    });
    const own = await post(`${body.orders[0].number}/approval`, boss);
    assert.deepEqual([own.status, own.body.code], [403, 'own-order']);
    const plan = await program.call('POST', '/api/v1/standing-pickups', {
      token: clerk,
      json: {
        weekdays: [1],
        window: '12:00',
        addressId: ids.address('Kanzlei'),
        onHoliday: 'skip',
        validFrom: '2026-11-30',
      },
      key: randomUUID(),
    });
    assert.deepEqual([plan.status, plan.body.code], [409, 'approval-required']);
    await setApprovalRule(admin, { isOn: true, above: '1' });
  });
});
