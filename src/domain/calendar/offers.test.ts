import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at, BERLIN_ZONE, berlin, day, time } from './berlin.fixture.ts';
import type { BeforeRule } from './deadlines.ts';
import {
  type BookableService,
  nextOffer,
  type OffersInput,
  offers,
  orderByOf,
  type WeekdayWindow,
} from './offers.ts';

const at16DayBefore: BeforeRule = { kind: 'before', days: 1, dayKind: 'calendar', time: '16:00' };

function windows(weekdays: readonly number[], ...starts: readonly string[]): WeekdayWindow[] {
  return weekdays.flatMap((weekday) =>
    starts.map((start) => {
      const begin = time(start);
      return { weekday, starts: begin, ends: begin.add({ hours: 2 }), capacity: 12 };
    }),
  );
}

const pickup: BookableService = {
  orderCutoff: at16DayBefore,
  leadBusinessDays: 1,
  horizonDays: 14,
  windows: windows([1, 2, 3, 4, 5], '14:00', '10:00'),
};
const stamps: BookableService = {
  ...pickup,
  orderCutoff: { kind: 'before', days: 2, dayKind: 'business', time: '16:00' },
  leadBusinessDays: 2,
};

function ask(service: BookableService, now: string, more: Partial<OffersInput> = {}): OffersInput {
  return { service, calendar: berlin, timeZone: BERLIN_ZONE, now: at(now), booked: () => 0, ...more };
}
const dates = (service: BookableService, now: string) =>
  offers(ask(service, now)).map(({ date }) => date.toString());
const first = (service: BookableService, now: string) => dates(service, now)[0];

describe('offers', () => {
  it('are the open business days up to the horizon, early windows first', () => {
    const days = offers(ask(pickup, '2026-12-21T10:00')); // Monday before Christmas, until 4 January
    assert.deepEqual(
      days.map(({ date }) => date.toString()),
      ['2026-12-22', '2026-12-23', '2026-12-28', '2026-12-29', '2026-12-30', '2027-01-04'],
    );
    assert.deepEqual(
      days[0]?.windows.map(({ key, free, capacity }) => [key, free, capacity]),
      [
        ['2026-12-22T10:00', 12, 12],
        ['2026-12-22T14:00', 12, 12],
      ],
    );
  });

  it('end at the order cut-off, which itself is in time', () => {
    assert.equal(first(pickup, '2026-11-25T15:59:59'), '2026-11-26');
    assert.equal(first(pickup, '2026-11-25T16:00:00'), '2026-11-26');
    assert.equal(first(pickup, '2026-11-25T16:00:01'), '2026-11-27');
  });

  it('can end an hour before each window: the later ones of the day stay', () => {
    const counter: BookableService = {
      ...pickup,
      orderCutoff: { kind: 'before-start', minutes: 60 },
      leadBusinessDays: 0,
    };
    const today = (now: string) =>
      offers(ask(counter, now))
        .filter(({ date }) => date.toString() === '2026-11-25')
        .flatMap((one) => one.windows.map(({ key }) => `${key} by ${one.orderBy.toString()}`));
    const by = at('2026-11-25T13:00').toString();
    assert.deepEqual(today('2026-11-25T09:00:00'), [
      `2026-11-25T10:00 by ${by}`,
      `2026-11-25T14:00 by ${by}`,
    ]);
    assert.deepEqual(today('2026-11-25T09:00:01'), [`2026-11-25T14:00 by ${by}`]);
    assert.deepEqual(today('2026-11-25T13:00:00'), [`2026-11-25T14:00 by ${by}`]);
    assert.deepEqual(today('2026-11-25T13:00:01'), []);
  });

  it('say of each window until when it can be ordered itself', () => {
    const counter: BookableService = {
      ...pickup,
      orderCutoff: { kind: 'before-start', minutes: 60 },
      leadBusinessDays: 0,
    };
    const byWindow = (service: BookableService) => {
      const question = ask(service, '2026-11-25T08:00');
      return offers(question)
        .slice(0, 1)
        .flatMap((one) =>
          one.windows.map((window) =>
            orderByOf(
              { day: one, window },
              [service.orderCutoff],
              question.calendar,
              question.timeZone,
            ).toString(),
          ),
        );
    };
    assert.deepEqual(byWindow(counter), [
      at('2026-11-25T09:00').toString(),
      at('2026-11-25T13:00').toString(),
    ]);
    // never once it has begun, however late the cut-off
    const late = { ...counter, orderCutoff: { ...at16DayBefore, days: 0, time: '23:00' } };
    assert.deepEqual(byWindow(late), [
      at('2026-11-25T09:59:59.999').toString(),
      at('2026-11-25T13:59:59.999').toString(),
    ]);
    assert.ok(byWindow(pickup).every((by) => by === at('2026-11-25T16:00').toString()));
  });

  it('take a Monday until Sunday 16:00', () => {
    assert.equal(first(pickup, '2026-11-29T16:00:00'), '2026-11-30');
    assert.equal(first(pickup, '2026-11-29T16:00:01'), '2026-12-01');
  });

  it('keep the lead time in business days after today', () => {
    const noCutoff = { ...stamps, orderCutoff: { ...at16DayBefore, days: 0, time: '23:59' } };
    assert.equal(first(noCutoff, '2026-11-25T00:00'), '2026-11-27'); // Wednesday → Friday
    assert.equal(first(noCutoff, '2026-11-25T23:59:59'), '2026-11-27');
    assert.equal(first(noCutoff, '2026-11-26T09:00'), '2026-11-30'); // Thursday → Monday
    assert.equal(first(noCutoff, '2026-11-28T09:00'), '2026-12-01'); // Saturday → Tuesday
    assert.equal(first(noCutoff, '2026-12-23T09:00'), '2026-12-29'); // over Christmas
  });

  it('say until when to order: the cut-off or the end of the lead time, whichever is first', () => {
    const orderBy = (service: BookableService, now: string) =>
      offers(ask(service, now))[0]?.orderBy.toString();
    assert.equal(orderBy(pickup, '2026-11-27T12:00'), at('2026-11-29T16:00').toString());
    assert.equal(orderBy(stamps, '2026-11-27T12:00'), at('2026-11-27T16:00').toString()); // for Tuesday
    const leadOnly = { ...stamps, orderCutoff: at16DayBefore };
    assert.equal(orderBy(leadOnly, '2026-11-27T12:00'), at('2026-11-29T23:59:59.999').toString());
  });

  it('are today where the service allows it, without the windows that have begun', () => {
    const express = {
      ...pickup,
      leadBusinessDays: 0,
      orderCutoff: { ...at16DayBefore, days: 0, time: '14:30' },
    };
    const today = (now: string) =>
      offers(ask(express, now))
        .filter(({ date }) => date.equals(day('2026-11-25')))
        .flatMap((offered) => offered.windows.map(({ key }) => key));
    assert.deepEqual(today('2026-11-25T09:59'), ['2026-11-25T10:00', '2026-11-25T14:00']);
    assert.deepEqual(today('2026-11-25T10:00'), ['2026-11-25T14:00']);
    assert.deepEqual(today('2026-11-25T14:10'), []);
  });

  it('ask the zone of the carrier which day is today', () => {
    const now = Temporal.Instant.from('2026-11-24T23:30:00Z'); // already Wednesday in Berlin
    const earliest = offers(ask(stamps, '2026-11-25T00:30', { now }))[0];
    assert.equal(earliest?.date.toString(), '2026-11-27');
  });

  it('keep full windows with nothing free, and never less than nothing', () => {
    const booked: OffersInput['booked'] = (_, starts) => (starts.equals(time('10:00')) ? 12 : 13);
    const [next] = offers(ask(pickup, '2026-11-25T09:00', { booked }));
    assert.deepEqual(
      next?.windows.map(({ free }) => free),
      [0, 0],
    );
  });

  it('reach up to the horizon and not a day further', () => {
    assert.equal(dates({ ...pickup, horizonDays: 1 }, '2026-11-25T09:00').join(), '2026-11-26');
    assert.equal(dates({ ...pickup, horizonDays: 0 }, '2026-11-25T09:00').join(), '');
  });

  it('follow the weekdays of the windows, a Saturday too', () => {
    const saturdays = { ...pickup, windows: windows([6], '09:00') };
    assert.deepEqual(dates(saturdays, '2026-11-24T09:00'), ['2026-11-28', '2026-12-05']);
    assert.deepEqual(dates(saturdays, '2026-12-14T09:00'), ['2026-12-19']); // the 26th is a holiday
  });

  it('have a next one: the first place that is free', () => {
    const tenOnThursdayFull: OffersInput['booked'] = (date, starts) =>
      date.equals(day('2026-11-26')) && starts.equals(time('10:00')) ? 12 : 0;
    const next = nextOffer(ask(pickup, '2026-11-25T09:00', { booked: tenOnThursdayFull }));
    assert.equal(next?.window.key, '2026-11-26T14:00');
    assert.equal(next?.day.date.toString(), '2026-11-26');
    assert.equal(nextOffer(ask(pickup, '2026-11-25T09:00', { booked: () => 12 })), undefined);
  });

  it('look no further than the next one', () => {
    let asked = 0;
    const booked = () => {
      asked += 1;
      return 0;
    };
    nextOffer(ask(pickup, '2026-11-25T09:00', { booked }));
    assert.equal(asked, 2);
  });
});
