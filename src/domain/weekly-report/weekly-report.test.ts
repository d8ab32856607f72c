import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unusual } from './unusual.ts';
import { type IsoWeek, reportableWeeks, reportNumber, sameWeekLastYear, weekBefore, weekOf } from './week.ts';

const TZ = 'Europe/Berlin';
const date = (text: string) => Temporal.PlainDate.from(text);
const name = ({ year, week }: IsoWeek) => `${year}-W${week}`;
const berlin = (text: string) => Temporal.ZonedDateTime.from(`${text}[${TZ}]`).toInstant();
const due = (now: Temporal.Instant, count = 1) => reportableWeeks(now, TZ, count).map(name);

describe('a week', () => {
  for (const [day, expected, from] of [
    ['2026-11-22', '2026-W47', '2026-11-16'],
    ['2026-11-23', '2026-W48', '2026-11-23'],
    ['2026-01-01', '2026-W1', '2025-12-29'],
    ['2027-01-01', '2026-W53', '2026-12-28'],
    ['2027-01-03', '2026-W53', '2026-12-28'],
    ['2027-01-04', '2027-W1', '2027-01-04'],
  ] as const) {
    it(`of ${day} is ${expected}`, () => {
      const week = weekOf(date(day));
      assert.deepEqual([name(week), week.from.toString(), week.to.dayOfWeek], [expected, from, 7]);
    });
  }

  it('has one before it, also over the end of a year', () => {
    assert.equal(name(weekBefore(weekOf(date('2027-01-04')))), '2026-W53');
  });

  it('has one a year before: the same number, or the last one of a year without it', () => {
    assert.equal(name(sameWeekLastYear(weekOf(date('2026-11-16')))), '2025-W47');
    assert.equal(name(sameWeekLastYear(weekOf(date('2026-12-28')))), '2025-W52');
    assert.equal(name(sameWeekLastYear(weekOf(date('2027-01-04')))), '2026-W1');
    assert.equal(name(sameWeekLastYear(weekOf(date('2027-12-27')))), '2026-W52');
  });

  it('is part of the number of its report', () => {
    assert.equal(reportNumber(weekOf(date('2026-02-11')), 'D100001'), 'WB-2026-W07-D100001');
  });
});

describe('a report is due', () => {
  for (const [what, monday, before, after] of [
    ['on an ordinary Monday', '2026-11-23', '2026-W46', '2026-W47'],
    ['the day after the clocks went forward', '2026-03-30', '2026-W12', '2026-W13'],
    ['the day after the clocks went back', '2026-10-26', '2026-W42', '2026-W43'],
    ['after the week 53', '2027-01-04', '2026-W52', '2026-W53'],
    ['after the first week, which begins in the year before', '2026-01-05', '2025-W52', '2026-W1'],
  ] as const) {
    it(`${what} from 06:00:00 on`, () => {
      const six = berlin(`${monday}T06:00:00`);
      assert.deepEqual(due(six.subtract({ seconds: 1 })), [before]);
      assert.deepEqual(due(six), [after]);
      assert.deepEqual(due(six.add({ seconds: 1 })), [after]);
      assert.deepEqual(due(six.add({ hours: 24 * 6 })), [after]);
    });
  }

  it('for the weeks before as well, for whoever was away', () => {
    assert.deepEqual(due(berlin('2027-01-07T03:00:00'), 3), ['2026-W53', '2026-W52', '2026-W51']);
  });
});

describe('what is unusual', () => {
  const pieces = (letters: number, ads = 0) =>
    new Map(
      [
        ['LETTER_STD', letters],
        ['AD_STD', ads],
      ].filter(([, count]) => count !== 0) as [string, number][],
    );
  const of = (week: number, previous: number, lastYear = 0, missedPickups = 0) =>
    unusual({ week: pieces(week), previous: pieces(previous), lastYear: pieces(lastYear), missedPickups });

  it('is nothing about a week like any other, and about a first one', () => {
    assert.deepEqual(of(1000, 1000, 1000), []);
    assert.deepEqual(of(1000, 0, 0), []);
    assert.deepEqual(of(0, 0, 0), []);
  });

  it('is a change from 40 percent on', () => {
    assert.deepEqual(of(1394, 1000), []);
    assert.deepEqual(of(1400, 1000), [{ kind: 'pieces', direction: 'more', than: 'previous', percent: 40 }]);
    assert.deepEqual(of(600, 1000), [{ kind: 'pieces', direction: 'fewer', than: 'previous', percent: 40 }]);
    assert.deepEqual(of(1000, 1000, 400), [
      { kind: 'pieces', direction: 'more', than: 'lastYear', percent: 150 },
    ]);
  });

  it('is no change of a few letters', () => {
    assert.deepEqual(of(99, 10), []);
    assert.equal(of(100, 10).length, 1);
    assert.equal(of(10, 100).length, 1);
  });

  it('is a pickup that was missed, before anything else', () => {
    assert.deepEqual(
      of(100, 1000, 0, 2).map(({ kind }) => kind),
      ['missed-pickups', 'pieces'],
    );
  });

  it('is a product that is gone, unless everything is', () => {
    const gone = (week: number) =>
      unusual({ week: pieces(week), previous: pieces(900, 100), lastYear: new Map(), missedPickups: 0 });
    assert.deepEqual(gone(900), [{ kind: 'product-gone', productCode: 'AD_STD' }]);
    assert.ok(!gone(0).some(({ kind }) => kind === 'product-gone'));
  });
});
