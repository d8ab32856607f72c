import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type DayOrder,
  FAIL_REASONS,
  type FailReason,
  isCharged,
  isUnconfirmed,
  mayStep,
} from './day-steps.ts';
import { ORDER_STATUSES } from './status.ts';

const timeZone = 'Europe/Berlin';
const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).toInstant();
const noon = at('2026-11-26T12:00');
const open: DayOrder = {
  status: 'placed',
  serviceDate: Temporal.PlainDate.from('2026-11-26'),
  acceptedAt: undefined,
  recordedAt: undefined,
  isInvoiced: false,
};
const step = (order: Partial<DayOrder>, which: Parameters<typeof mayStep>[1], now = noon) =>
  mayStep({ ...open, ...order }, which, { now, timeZone })?.code;

describe('a service of the day', () => {
  it('is taken in once, and given to a tour as often as it takes', () => {
    assert.equal(step({}, 'accept'), undefined);
    assert.equal(step({ acceptedAt: noon }, 'accept'), 'step-impossible');
    assert.equal(step({ acceptedAt: noon }, 'assign'), undefined);
    assert.equal(step({}, 'assign'), undefined);
  });

  it('is no courier ride that is given to a tour or done: that has steps of its own', () => {
    assert.equal(step({ isRide: true }, 'assign'), 'ride-by-steps');
    assert.equal(step({ isRide: true }, 'complete'), 'ride-by-steps');
    assert.equal(step({ isRide: true, status: 'completed' }, 'complete'), 'step-impossible');
    assert.equal(step({ isRide: true }, 'accept'), undefined);
    assert.equal(step({ isRide: true }, 'fail'), undefined);
  });

  it('is done or fails from the first second of its day on', () => {
    for (const which of ['complete', 'fail'] as const) {
      assert.equal(step({}, which, at('2026-11-25T23:59:59')), 'not-yet-due');
      assert.equal(step({}, which, at('2026-11-26T00:00:00')), undefined);
      assert.equal(step({}, which, at('2026-11-28T10:00:00')), undefined);
    }
  });

  it('takes no other step than back once it has ended', () => {
    for (const status of ORDER_STATUSES.filter((one) => one !== 'placed')) {
      for (const which of ['accept', 'assign', 'complete', 'fail'] as const) {
        assert.equal(step({ status, recordedAt: noon }, which), 'step-impossible', `${status} ${which}`);
      }
    }
  });

  it('is taken back on the day on which its end was written down, also when the clocks change that night', () => {
    for (const status of ['completed', 'failed'] as const) {
      const ended = { status, recordedAt: at('2026-10-25T00:00:00') };
      assert.equal(step(ended, 'undo', at('2026-10-25T23:59:59')), undefined);
      assert.equal(step(ended, 'undo', at('2026-10-26T00:00:00')), 'undo-too-late');
      assert.equal(step({ ...ended, isInvoiced: true }, 'undo', at('2026-10-25T01:00')), 'order-invoiced');
    }
    assert.equal(step({}, 'undo'), 'step-impossible');
    assert.equal(step({ acceptedAt: noon }, 'undo'), undefined);
    // cancelled by the firm: nobody else takes that back
    assert.equal(step({ status: 'cancelled' }, 'undo'), 'step-impossible');
  });

  it('counts as not carried out when nobody says anything until the last second', () => {
    const order = { status: 'placed', endsAt: noon, afterMinutes: 120 } as const;
    const last = at('2026-11-26T14:00:00');
    assert.equal(isUnconfirmed(order, last.subtract({ seconds: 1 })), false);
    assert.equal(isUnconfirmed(order, last), false);
    assert.equal(isUnconfirmed(order, last.add({ seconds: 1 })), true);
    assert.equal(isUnconfirmed({ ...order, afterMinutes: null }, last.add({ hours: 99 })), false);
    assert.equal(isUnconfirmed({ ...order, status: 'completed' }, last.add({ hours: 99 })), false);
  });

  it('is paid for in vain only where the firm could have helped it', () => {
    for (const [reason, atFault] of Object.entries(FAIL_REASONS)) {
      assert.equal(isCharged(reason as FailReason), atFault === 'customer', reason);
    }
  });
});
