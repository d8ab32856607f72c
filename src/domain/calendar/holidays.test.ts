import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import PublicHolidays from 'date-holidays';
import { berlinRules } from './berlin.fixture.ts';
import { easterSunday, holidaysOf } from './holidays.ts';

const YEARS = Array.from({ length: 17 }, (_, index) => 2024 + index);
/** Holidays of a single year are exceptions, not rules; 2028 was announced and is not known to be law. */
const ONE_OFF = ['2025-05-08', '2028-06-17'];

describe('Easter Sunday', () => {
  it('falls where the calendars say, at both ends of its range too', () => {
    const known =
      '1818-03-22 1943-04-25 1954-04-18 1981-04-19 2000-04-23 2026-04-05 2027-03-28 2038-04-25 2049-04-18';
    for (const date of known.split(' ')) {
      assert.equal(easterSunday(Number(date.slice(0, 4))).toString(), date);
    }
  });

  it('agrees with an independent source for half a century', () => {
    const germany = new PublicHolidays('DE', 'BB'); // Brandenburg keeps Easter Sunday as a public holiday
    for (let year = 2020; year < 2070; year += 1) {
      const easter = germany.getHolidays(year).find(({ rule }) => rule === 'easter');
      assert.equal(easterSunday(year).toString(), easter?.date.slice(0, 10));
    }
  });
});

describe('the holidays of Berlin', () => {
  const source = new PublicHolidays('DE', 'BE');

  for (const year of YEARS) {
    it(`are those of an independent source in ${year}`, () => {
      const expected = source
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10))
        .filter((date) => !ONE_OFF.includes(date));
      assert.deepEqual([...holidaysOf(year, berlinRules).keys()].sort(), expected);
      assert.equal(expected.length, 10);
    });
  }
});

describe('holiday rules', () => {
  const name = { de: 'Schalttag', en: 'Leap day' };

  it('know 29 February in leap years only', () => {
    const rules = [{ kind: 'fixed', month: 2, day: 29, name }] as const;
    assert.deepEqual([...holidaysOf(2028, rules).keys()], ['2028-02-29']);
    assert.equal(holidaysOf(2027, rules).size, 0);
  });

  it('take the first name when two fall on one day', () => {
    const other = { de: 'Ostern', en: 'Easter' };
    const rules = [
      { kind: 'easter', offset: 0, name: other },
      { kind: 'fixed', month: 4, day: 5, name },
    ] as const;
    assert.equal(holidaysOf(2026, rules).get('2026-04-05'), other);
  });
});
