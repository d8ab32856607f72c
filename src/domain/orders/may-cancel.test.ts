import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CancellableOrder, mayCancel } from './may-cancel.ts';

const deadline = Temporal.Instant.from('2026-11-29T15:00:00Z');
const before = deadline.subtract({ seconds: 1 });
const after = deadline.add({ seconds: 1 });
const pickup: CancellableOrder = { status: 'placed', final: false, cancelUntil: deadline };

describe('an order may be cancelled', () => {
  it('until its deadline, the deadline included', () => {
    assert.equal(mayCancel(pickup, before), undefined);
    assert.equal(mayCancel(pickup, deadline), undefined);
    assert.deepEqual(mayCancel(pickup, after), { code: 'past-deadline', deadline });
  });

  it('never when it was final from the start', () => {
    const stamps: CancellableOrder = { status: 'placed', final: true };
    assert.deepEqual(mayCancel(stamps, before), { code: 'final-when-placed' });
    // A row without a deadline must not become cancellable for ever by a missing flag, nor by a stray date.
    assert.deepEqual(mayCancel({ status: 'placed', final: false, cancelUntil: null }, before), {
      code: 'final-when-placed',
    });
    assert.deepEqual(mayCancel({ ...pickup, final: true }, before), { code: 'final-when-placed' });
  });

  it('while it waits for approval, final or not, and whatever the clock says', () => {
    for (const order of [
      { status: 'awaiting-approval', final: true },
      { ...pickup, status: 'awaiting-approval' },
    ] as const)
      for (const now of [before, deadline, after]) assert.equal(mayCancel(order, now), undefined);
  });

  it('not when it was not approved: there is nothing to cancel', () => {
    for (const decision of ['declined', 'expired'] as const) {
      assert.deepEqual(mayCancel({ ...pickup, status: decision }, before), {
        code: 'already-decided',
        decision,
      });
      assert.deepEqual(mayCancel({ status: decision, final: true }, before), {
        code: 'already-decided',
        decision,
      });
    }
  });

  it('once: the second time it says when it was', () => {
    const cancelled: CancellableOrder = { ...pickup, status: 'cancelled', cancelledAt: before };
    assert.deepEqual(mayCancel(cancelled, before), { code: 'already-cancelled', at: before });
    assert.deepEqual(mayCancel(cancelled, after), { code: 'already-cancelled', at: before });
  });

  it('not after it was carried out or tried, whatever the clock says', () => {
    for (const status of ['completed', 'failed', 'cancelled'] as const) {
      assert.deepEqual(mayCancel({ ...pickup, status }, before), { code: 'past-deadline', deadline });
    }
  });
});
