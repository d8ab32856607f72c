import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChangeableOrder, deadlinesAfterChange, mayChange } from './may-change.ts';

const deadline = Temporal.Instant.from('2026-11-29T15:00:00Z');
const before = deadline.subtract({ seconds: 1 });
const after = deadline.add({ seconds: 1 });
const pickup: ChangeableOrder = { status: 'placed', changeUntil: deadline };

describe('an order may be changed', () => {
  it('until its deadline, the deadline included', () => {
    assert.equal(mayChange(pickup, before), undefined);
    assert.equal(mayChange(pickup, deadline), undefined);
    assert.deepEqual(mayChange(pickup, after), { code: 'past-change-deadline', deadline });
    assert.deepEqual(mayChange(pickup, deadline.add({ nanoseconds: 1 })), {
      code: 'past-change-deadline',
      deadline,
    });
  });

  it('never when it was final from the start', () => {
    for (const changeUntil of [null, undefined]) {
      assert.deepEqual(mayChange({ ...pickup, changeUntil }, before), { code: 'final-when-placed' });
    }
  });

  it('not after it was cancelled: it says when that was', () => {
    const cancelled: ChangeableOrder = { ...pickup, status: 'cancelled', cancelledAt: before };
    assert.deepEqual(mayChange(cancelled, before), { code: 'already-cancelled', at: before });
    assert.deepEqual(mayChange({ ...cancelled, changeUntil: null }, before), {
      code: 'already-cancelled',
      at: before,
    });
  });

  it('not while it waits for approval, nor when it was not approved', () => {
    assert.deepEqual(mayChange({ ...pickup, status: 'awaiting-approval' }, before), {
      code: 'awaiting-approval',
    });
    for (const decision of ['declined', 'expired'] as const)
      assert.deepEqual(mayChange({ ...pickup, status: decision }, before), {
        code: 'already-decided',
        decision,
      });
  });

  it('not after it was carried out or tried, whatever the clock says', () => {
    for (const status of ['completed', 'failed', 'cancelled'] as const) {
      assert.deepEqual(mayChange({ ...pickup, status }, before), { code: 'past-change-deadline', deadline });
    }
  });
});

describe('the deadlines after a change', () => {
  const promised = { changeUntil: deadline.add({ hours: 2 }), cancelUntil: deadline };
  const later = deadline.add({ hours: 240 });
  const anew = { changeUntil: later, cancelUntil: later };

  it('are those of the new date', () => {
    assert.deepEqual(deadlinesAfterChange(promised, anew, { sameDate: false, now: deadline }), anew);
  });

  it('stay as promised on the same date, also when the rule has changed', () => {
    const order = { ...promised, date: 'of the order', reference: '' };
    assert.deepEqual(deadlinesAfterChange(order, anew, { sameDate: true, now: before }), promised);
  });

  it('do not give back a cancellation that is too late or never was', () => {
    assert.deepEqual(deadlinesAfterChange(promised, anew, { sameDate: false, now: after }), {
      changeUntil: later,
      cancelUntil: deadline,
    });
    const never = { ...promised, cancelUntil: undefined };
    assert.deepEqual(deadlinesAfterChange(never, anew, { sameDate: false, now: before }), {
      changeUntil: later,
      cancelUntil: undefined,
    });
  });
});
