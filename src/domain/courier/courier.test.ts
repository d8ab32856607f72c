import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { at, BERLIN_ZONE, berlin } from '../calendar/berlin.fixture.ts';
import {
  chooseVehicle,
  distanceOf,
  fits,
  mayProceed,
  nowWindow,
  RIDE_STEPS,
  rideCancellation,
  rideChange,
  rideParts,
  stepBack,
  zoneOf,
} from './index.ts';

const MAP = {
  prefixes: [
    { prefix: '1', zone: 'CITY' },
    { prefix: '101', zone: 'CENTRE' },
    { prefix: '14', zone: 'REGION' },
  ],
  distances: [
    { one: 'CENTRE', other: 'CENTRE', distance: 'near' },
    { one: 'CENTRE', other: 'CITY', distance: 'city' },
  ],
} as const;

describe('zones', () => {
  it('are found by the longest beginning of the postcode', () => {
    assert.equal(zoneOf('10117', MAP), 'CENTRE');
    assert.equal(zoneOf('12043', MAP), 'CITY');
    assert.equal(zoneOf('14467', MAP), 'REGION');
    assert.equal(zoneOf('80331', MAP), undefined);
    assert.equal(zoneOf('', MAP), undefined);
  });

  it('are as far from each other as back, and unknown where nobody rides', () => {
    assert.equal(distanceOf('CENTRE', 'CITY', MAP), 'city');
    assert.equal(distanceOf('CITY', 'CENTRE', MAP), 'city');
    assert.equal(distanceOf('CENTRE', 'CENTRE', MAP), 'near');
    assert.equal(distanceOf('CITY', 'REGION', MAP), undefined);
  });
});

const BIKE = { code: 'BIKE', maxKg: 5, maxSize: [40, 30, 30], price: 10 } as const;
const CARGO = { code: 'CARGO', maxKg: 40, maxSize: [80, 60, 60], price: 14 } as const;
const VAN = { code: 'VAN', maxKg: 250, maxSize: [200, 120, 120], price: 12 } as const;
const VEHICLES = [BIKE, CARGO, VAN];
const choose = (kg: number, wanted?: string) =>
  chooseVehicle(VEHICLES, { kg, size: [30, 20, 10] }, wanted, ({ price }) => price);

describe('the vehicle', () => {
  it('carries what is not heavier and not bigger, turned as it needs to be', () => {
    assert.equal(fits({ kg: 5, size: [30, 40, 30] }, BIKE), true);
    assert.equal(fits({ kg: 6, size: [30, 40, 30] }, BIKE), false);
    assert.equal(fits({ kg: 1, size: [41, 1, 1] }, BIKE), false);
    assert.equal(fits({ kg: 1, size: [31, 31, 31] }, BIKE), false);
  });

  it('is the cheapest that carries it, which need not be the smallest', () => {
    assert.deepEqual(choose(5), { ok: true, vehicle: BIKE });
    assert.deepEqual(choose(6), { ok: true, vehicle: VAN });
    assert.deepEqual(choose(251), { ok: false, problem: 'too-big' });
  });

  it('is the one that is asked for, if that carries it', () => {
    assert.deepEqual(choose(5, 'CARGO'), { ok: true, vehicle: CARGO });
    assert.deepEqual(choose(6, 'BIKE'), { ok: false, problem: 'too-small' });
    assert.deepEqual(choose(5, 'ROCKET'), { ok: false, problem: 'unknown' });
  });
});

const TARIFF = {
  base: 80_000,
  fares: { near: 40_000, city: 90_000, region: 200_000 },
  stop: 50_000,
  wait: 30_000,
  narrowWindow: 45_000,
  directSurcharge: 5000,
};
const PLAIN = { legs: ['near'], stops: 0, waitMinutes: 0, narrowWindow: false, direct: false } as const;
const sum = (parts: ReturnType<typeof rideParts>) =>
  parts.reduce((total, { quantity, unitPrice }) => total + quantity * unitPrice, 0);

describe('the price of a ride', () => {
  it('is base and way, and nothing that was not asked for', () => {
    assert.deepEqual(rideParts(TARIFF, PLAIN), [
      { part: 'base', quantity: 1, unitPrice: 80_000 },
      { part: 'way-near', quantity: 1, unitPrice: 40_000 },
    ]);
  });

  it('adds each leg, stops, waiting in steps of five minutes, a narrow window, and half for going direct', () => {
    const parts = rideParts(TARIFF, {
      legs: ['near', 'city', 'near'],
      stops: 2,
      waitMinutes: 6,
      narrowWindow: true,
      direct: true,
    });
    assert.deepEqual(
      parts.map(({ part, quantity, unitPrice }) => [part, quantity, unitPrice]),
      [
        ['base', 1, 80_000],
        ['way-near', 2, 40_000],
        ['way-city', 1, 90_000],
        ['stop', 2, 50_000],
        ['wait', 2, 30_000],
        ['narrow-window', 1, 45_000],
        ['direct', 1, 125_000],
      ],
    );
  });

  it('never falls when more is asked for', () => {
    const leg = fc.constantFrom('near', 'city', 'region');
    fc.assert(
      fc.property(
        fc.array(leg, { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 5 }),
        fc.nat({ max: 60 }),
        fc.boolean(),
        fc.boolean(),
        leg,
        (legs, stops, waitMinutes, narrowWindow, direct, more) => {
          const wish = { legs, stops, waitMinutes, narrowWindow, direct };
          const price = sum(rideParts(TARIFF, wish));
          assert.ok(Number.isInteger(price));
          for (const bigger of [
            { ...wish, legs: [...legs, more] },
            { ...wish, stops: stops + 1 },
            { ...wish, waitMinutes: waitMinutes + 5 },
            { ...wish, narrowWindow: true },
            { ...wish, direct: true },
          ])
            assert.ok(sum(rideParts(TARIFF, bigger)) >= price);
        },
      ),
    );
  });
});

describe('the steps of a ride', () => {
  it('come one after the other', () => {
    for (const [from, one] of RIDE_STEPS.entries())
      for (const [to, other] of RIDE_STEPS.entries()) assert.equal(mayProceed(one, other), to === from + 1);
  });

  it('decide what cancelling costs: nothing, the base fee, not possible', () => {
    const ride = { status: 'placed', step: 'placed', cancelledAt: null } as const;
    const cancelledAt = at('2026-11-23T10:00');
    assert.deepEqual(rideCancellation(ride), { may: true, charge: 'nothing' });
    assert.deepEqual(rideCancellation({ ...ride, step: 'assigned' }), { may: true, charge: 'base-fee' });
    for (const step of ['picked-up', 'delivered'] as const)
      assert.deepEqual(rideCancellation({ ...ride, step }), {
        may: false,
        refusal: { code: 'courier-underway' },
      });
    assert.deepEqual(rideCancellation({ ...ride, status: 'failed' }), {
      may: false,
      refusal: { code: 'courier-underway' },
    });
    assert.deepEqual(rideCancellation({ ...ride, status: 'cancelled', cancelledAt }), {
      may: false,
      refusal: { code: 'already-cancelled', at: cancelledAt },
    });
  });
});

describe('changing a ride', () => {
  const endsAt = at('2026-11-30T11:00');
  const ride = { status: 'placed', step: 'placed', changeUntil: null, endsAt } as const;
  const second = { seconds: 1 };

  it('is possible until its window ends, or until the deadline that the catalogue gave', () => {
    const changeUntil = at('2026-11-30T09:30');
    for (const [one, deadline] of [
      [ride, endsAt],
      [{ ...ride, changeUntil }, changeUntil],
    ] as const) {
      assert.equal(rideChange(one, deadline.subtract(second)), undefined);
      assert.equal(rideChange(one, deadline), undefined);
      assert.deepEqual(rideChange(one, deadline.add(second)), { code: 'past-change-deadline', deadline });
    }
  });

  it('ends once somebody has set out, it is over, or it was cancelled', () => {
    const now = at('2026-11-30T08:00');
    assert.deepEqual(rideChange({ ...ride, step: 'assigned' }, now), { code: 'courier-assigned' });
    for (const step of ['picked-up', 'delivered'] as const)
      assert.deepEqual(rideChange({ ...ride, step }, now), { code: 'courier-underway' });
    for (const status of ['completed', 'failed'] as const)
      assert.deepEqual(rideChange({ ...ride, status }, now), { code: 'courier-underway' });
    assert.deepEqual(rideChange({ ...ride, status: 'awaiting-approval' }, now), {
      code: 'awaiting-approval',
    });
    for (const decision of ['declined', 'expired'] as const) {
      const refusal = { code: 'already-decided', decision } as const;
      assert.deepEqual(rideChange({ ...ride, status: decision }, now), refusal);
      assert.deepEqual(rideCancellation({ ...ride, status: decision }), { may: false, refusal });
    }
    assert.deepEqual(rideChange({ ...ride, status: 'cancelled', cancelledAt: now }, now), {
      code: 'already-cancelled',
      at: now,
    });
  });
});

describe('taking a step of a ride back', () => {
  const recordedAt = at('2026-11-23T10:00:00');
  const clock = (time: string) => ({ now: at(time), timeZone: BERLIN_ZONE });
  const ride = { status: 'placed', step: 'picked-up', recordedAt, isInvoiced: false } as const;
  const refused = (code: string, change: object = {}, time = '2026-11-23T12:00:00') => {
    const back = stepBack({ ...ride, ...change }, clock(time));
    assert.equal(!back.may && back.refusal.code, code);
  };

  it('leads to the one before it, on the day on which it was written down', () => {
    const to = (change: object, time = '2026-11-23T23:59:59') => {
      const back = stepBack({ ...ride, ...change }, clock(time));
      return back.may && back.to;
    };
    assert.equal(to({}), 'assigned');
    assert.equal(to({ step: 'assigned' }), 'placed');
    assert.equal(to({ step: 'delivered', status: 'completed' }), 'picked-up');
    refused('undo-too-late', {}, '2026-11-24T00:00:00');
  });

  it('is for its own steps alone, and not for what is invoiced', () => {
    refused('step-impossible', { step: 'placed' });
    refused('step-impossible', { status: 'cancelled' });
    refused('step-impossible', { status: 'failed' });
    refused('step-impossible', { step: 'delivered', status: 'placed' });
    refused('order-invoiced', { step: 'delivered', status: 'completed', isInvoiced: true });
  });
});

describe('a courier who comes now', () => {
  const hours = [1, 2, 3, 4, 5].flatMap((weekday) =>
    ['07:00', '19:00'].map((starts) => ({
      weekday,
      starts: Temporal.PlainTime.from(starts),
      ends: Temporal.PlainTime.from(starts).add({ hours: 1 }),
      capacity: 1,
    })),
  );
  const now = (text: string) => {
    const window = nowWindow(hours, berlin, BERLIN_ZONE, at(text), 60);
    return (
      window &&
      `${window.date} ${window.starts.toString({ smallestUnit: 'minute' })}–${window.ends.toString({ smallestUnit: 'minute' })}`
    );
  };

  it('comes from the next full five minutes on, within an hour', () => {
    assert.equal(now('2026-11-23T10:00:00'), '2026-11-23 10:00–11:00');
    assert.equal(now('2026-11-23T10:00:01'), '2026-11-23 10:05–11:05');
    assert.equal(now('2026-11-23T10:04:59'), '2026-11-23 10:05–11:05');
  });

  it('does not come outside of the hours, at weekends and on holidays', () => {
    assert.equal(now('2026-11-23T06:54:59'), undefined);
    assert.equal(now('2026-11-23T06:55:01'), '2026-11-23 07:00–08:00');
    assert.equal(now('2026-11-23T19:00:00'), '2026-11-23 19:00–20:00');
    assert.equal(now('2026-11-23T19:00:01'), undefined);
    assert.equal(now('2026-11-23T23:58:00'), undefined);
    assert.equal(now('2026-11-22T10:00:00'), undefined);
    assert.equal(now('2026-12-25T10:00:00'), undefined);
  });
});
