import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { berlin, berlinRules, day } from './berlin.fixture.ts';
import { makeCalendar } from './calendar.ts';

const name = { de: 'Sonderregelung', en: 'Special arrangement' };
const withException = (kind: 'closed' | 'open', date: string) =>
  makeCalendar({ rules: berlinRules, exceptions: [{ kind, date: day(date), name }] });

describe('calendar', () => {
  it('tells business days (Monday to Friday) from working days (Monday to Saturday)', () => {
    const kinds = (date: string) => [berlin.isBusinessDay(day(date)), berlin.isWorkingDay(day(date))];
    assert.deepEqual(kinds('2026-11-27'), [true, true]); // Friday
    assert.deepEqual(kinds('2026-11-28'), [false, true]); // Saturday
    assert.deepEqual(kinds('2026-11-29'), [false, false]); // Sunday
    assert.deepEqual(kinds('2026-12-25'), [false, false]); // Friday, Christmas
    assert.deepEqual(kinds('2026-12-26'), [false, false]); // Saturday, Boxing Day
    assert.deepEqual(kinds('2026-12-24'), [false, false]); // Thursday, closed by exception
  });

  it('names the reason for being closed', () => {
    assert.equal(berlin.holidayOn(day('2027-03-08'))?.en, "International Women's Day");
    assert.equal(berlin.holidayOn(day('2026-12-24'))?.de, 'Heiligabend');
    assert.equal(berlin.holidayOn(day('2026-11-29')), undefined); // an ordinary Sunday
  });

  it('closes any day by exception, as with the one-off holiday of 2025', () => {
    const calendar = withException('closed', '2025-05-08');
    assert.equal(calendar.holidayOn(day('2025-05-08')), name);
    assert.equal(calendar.isBusinessDay(day('2025-05-08')), false);
    assert.equal(calendar.isBusinessDay(day('2026-05-08')), true);
  });

  it('opens a holiday by exception, but makes no business day of a Sunday', () => {
    const monday = withException('open', '2027-03-08');
    assert.equal(monday.isBusinessDay(day('2027-03-08')), true);
    assert.equal(monday.holidayOn(day('2027-03-08')), undefined);
    assert.equal(withException('open', '2026-03-08').isBusinessDay(day('2026-03-08')), false);
  });

  it('lets the later of two exceptions for one date count', () => {
    const date = day('2026-11-30');
    const exceptions = [
      { kind: 'closed', date, name },
      { kind: 'open', date, name },
    ] as const;
    assert.equal(makeCalendar({ rules: [], exceptions }).isBusinessDay(date), true);
    assert.equal(makeCalendar({ rules: [], exceptions: exceptions.toReversed() }).isBusinessDay(date), false);
  });

  it('steps over weekends, holidays and the turn of the year', () => {
    assert.equal(`${berlin.nextBusinessDay(day('2026-11-27'))}`, '2026-11-30');
    assert.equal(`${berlin.nextBusinessDay(day('2026-04-02'))}`, '2026-04-07'); // over Easter
    assert.equal(`${berlin.nextBusinessDay(day('2026-12-23'), 2)}`, '2026-12-29');
    assert.equal(`${berlin.nextBusinessDay(day('2026-12-30'))}`, '2027-01-04');
    assert.equal(`${berlin.previousBusinessDay(day('2027-01-04'))}`, '2026-12-30');
    assert.equal(`${berlin.previousBusinessDay(day('2026-11-30'), 3)}`, '2026-11-25');
  });

  it('counts no steps as the date itself', () => {
    assert.equal(`${berlin.nextBusinessDay(day('2026-11-29'), 0)}`, '2026-11-29');
    assert.equal(`${berlin.previousBusinessDay(day('2026-11-29'), 0)}`, '2026-11-29');
  });

  it('serves a carrier with other days of business', () => {
    const calendar = makeCalendar({ rules: [], exceptions: [], weekdays: [2, 6] });
    assert.equal(`${calendar.nextBusinessDay(day('2026-11-24'))}`, '2026-11-28'); // Tuesday to Saturday
  });

  it('stops searching where no day is ever open', () => {
    const closed = makeCalendar({ rules: [], exceptions: [], weekdays: [] });
    assert.throws(() => closed.nextBusinessDay(day('2026-11-24')), RangeError);
  });

  it('goes back the way it came', () => {
    const dates = fc.integer({ min: 0, max: 3650 }).map((days) => day('2024-01-01').add({ days }));
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 15 }), (date, steps) => {
        const later = berlin.nextBusinessDay(date, steps);
        assert.ok(berlin.isBusinessDay(later));
        const back = berlin.previousBusinessDay(later, steps);
        // From an open day exactly, from a closed one to the open day before it.
        assert.ok(back.equals(berlin.isBusinessDay(date) ? date : berlin.previousBusinessDay(date)));
      }),
      { numRuns: 50 },
    );
  });
});
