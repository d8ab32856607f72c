import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { at, BERLIN_ZONE, berlin, day } from './berlin.fixture.ts';
import { type BeforeRule, deadlineFor, inTime } from './deadlines.ts';

const dayBefore: BeforeRule = { kind: 'before', days: 1, dayKind: 'calendar', time: '16:00' };
const businessDayBefore: BeforeRule = { ...dayBefore, dayKind: 'business' };

const utc = (rule: BeforeRule, date: string) => deadlineFor(rule, day(date), berlin, BERLIN_ZONE).toString();

describe('deadline', () => {
  it('is none for what is final', () => {
    assert.equal(deadlineFor({ kind: 'final' }, day('2026-11-30'), berlin, BERLIN_ZONE), undefined);
  });

  it('is 16:00 on the day before, a Sunday and a holiday too', () => {
    assert.equal(utc(dayBefore, '2026-11-30'), at('2026-11-29T16:00').toString()); // Monday → Sunday
    assert.equal(utc(dayBefore, '2026-04-07'), at('2026-04-06T16:00').toString()); // → Easter Monday
    assert.equal(utc(dayBefore, '2027-01-01'), at('2026-12-31T16:00').toString());
  });

  it('is on the business day before where the service says so', () => {
    assert.equal(utc(businessDayBefore, '2026-11-30'), at('2026-11-27T16:00').toString());
    assert.equal(utc(businessDayBefore, '2026-04-07'), at('2026-04-02T16:00').toString());
    assert.equal(utc({ ...businessDayBefore, days: 3 }, '2026-12-02'), at('2026-11-27T16:00').toString());
  });

  it('is on the service date itself with no days before', () => {
    const sameDay = { ...dayBefore, days: 0, time: '14:00' };
    assert.equal(utc(sameDay, '2026-11-30'), at('2026-11-30T14:00').toString());
    assert.equal(utc({ ...sameDay, dayKind: 'business' }, '2026-11-30'), at('2026-11-30T14:00').toString());
  });

  it('counts from the window where the service says so', () => {
    const rule = { kind: 'before-start', minutes: 60 } as const;
    const starts = Temporal.PlainTime.from('10:00');
    const deadline = deadlineFor(rule, day('2026-11-30'), berlin, BERLIN_ZONE, starts);
    assert.equal(deadline.toString(), at('2026-11-30T09:00').toString());
    // the hour that a clock change skips has not passed
    const early = deadlineFor(rule, day('2027-03-28'), berlin, BERLIN_ZONE, Temporal.PlainTime.from('03:30'));
    assert.equal(early.toString(), at('2027-03-28T01:30').toString());
  });

  it('lets 16:00 sharp be in time and nothing after it', () => {
    const deadline = deadlineFor(dayBefore, day('2026-11-30'), berlin, BERLIN_ZONE);
    assert.equal(inTime(deadline, at('2026-11-29T15:59:59')), true);
    assert.equal(inTime(deadline, at('2026-11-29T16:00:00')), true);
    assert.equal(inTime(deadline, at('2026-11-29T16:00:00.000000001')), false);
    assert.equal(inTime(deadline, at('2026-11-29T16:00:01')), false);
  });

  it('refuses a time that is none', () => {
    assert.throws(() => utc({ ...dayBefore, time: '25:00' }, '2026-11-30'), RangeError);
  });
});

describe('deadline and the change of the clocks', () => {
  // Each line: the service date, and 16:00 of the day before in UTC.
  const table = [
    ['2026-03-29', '2026-03-28T15:00:00Z'], // served on the day of the change: still winter time
    ['2026-03-30', '2026-03-29T14:00:00Z'], // deadline on the day of the change: already summer time
    ['2026-10-25', '2026-10-24T14:00:00Z'],
    ['2026-10-26', '2026-10-25T15:00:00Z'],
    ['2027-03-28', '2027-03-27T15:00:00Z'],
    ['2027-03-29', '2027-03-28T14:00:00Z'],
    ['2027-10-31', '2027-10-30T14:00:00Z'],
    ['2027-11-01', '2027-10-31T15:00:00Z'],
  ] as const;

  for (const [date, expected] of table) {
    it(`keeps to the wall clock for ${date}`, () => {
      assert.equal(utc(dayBefore, date), expected);
      const deadline = Temporal.Instant.from(expected);
      assert.equal(inTime(deadline, deadline.subtract({ seconds: 1 })), true);
      assert.equal(inTime(deadline, deadline), true);
      assert.equal(inTime(deadline, deadline.add({ seconds: 1 })), false);
    });
  }

  it('moves a time that is skipped on by the hour, and takes the first of two', () => {
    const night = { ...dayBefore, days: 0, time: '02:30' };
    assert.equal(utc(night, '2026-03-29'), '2026-03-29T01:30:00Z'); // 03:30 summer time
    assert.equal(utc(night, '2026-10-25'), '2026-10-25T00:30:00Z'); // 02:30 summer time
  });

  it('always shows its own time on the wall of the zone', () => {
    const dates = fc.integer({ min: 0, max: 1500 }).map((days) => day('2026-01-01').add({ days }));
    const rules = fc.record({
      kind: fc.constant('before' as const),
      days: fc.integer({ min: 0, max: 5 }),
      dayKind: fc.constantFrom('calendar' as const, 'business' as const),
      time: fc.constantFrom('00:00', '09:30', '16:00', '23:59'),
    });
    const zones = fc.constantFrom(BERLIN_ZONE, 'America/New_York', 'Asia/Tokyo');
    fc.assert(
      fc.property(rules, dates, zones, (rule, date, zone) => {
        const wall = deadlineFor(rule, date, berlin, zone).toZonedDateTimeISO(zone);
        assert.equal(wall.toPlainTime().toString({ smallestUnit: 'minute' }), rule.time);
        if (rule.dayKind === 'calendar') {
          assert.equal(wall.toPlainDate().until(date, { largestUnit: 'day' }).days, rule.days);
        } else if (rule.days > 0) {
          assert.ok(berlin.isBusinessDay(wall.toPlainDate()));
        }
      }),
    );
  });
});
