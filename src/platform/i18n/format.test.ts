import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatsFor } from './format.ts';
import { plural } from './plural.ts';

const de = formatsFor('de', 'Europe/Berlin');
const en = formatsFor('en', 'Europe/Berlin');

/** `Intl` puts a no-break space before the euro sign; a plain one is easier to read in a test. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const date = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const instant = (text: string) => Temporal.Instant.from(text);

describe('amounts', () => {
  it('are cents', () => {
    assert.equal(plain(de.money(123_450)), '1.234,50 €');
    assert.equal(en.money(123_450), '€1,234.50');
    assert.equal(plain(de.money(-5)), '-0,05 €');
    assert.equal(plain(de.money(0)), '0,00 €');
    assert.equal(plain(de.money(-0)), '0,00 €');
    assert.equal(plain(de.money(999_999_999_99)), '999.999.999,99 €');
  });

  it('of one piece show fractions of a cent when there are any', () => {
    assert.equal(plain(de.unitPrice(6950)), '0,695 €');
    assert.equal(plain(de.unitPrice(7125)), '0,7125 €');
    assert.equal(plain(de.unitPrice(142_000)), '14,20 €');
    assert.equal(en.unitPrice(6950), '€0.695');
  });

  it('without a unit, and rates', () => {
    assert.equal(de.number(12_500), '12.500');
    assert.equal(en.number(12_500), '12,500');
    assert.equal(plain(de.percent(1900)), '19 %');
    assert.equal(plain(de.percent(750)), '7,5 %');
    assert.equal(en.percent(0), '0%');
  });
});

describe('days and times', () => {
  it('are written as people write them', () => {
    assert.equal(de.date(date('2026-11-30')), 'Mo., 30.11.2026');
    assert.equal(de.shortDate(date('2026-01-02')), '02.01.2026');
    assert.equal(de.longDate(date('2026-11-30')), 'Montag, 30. November 2026');
    assert.equal(en.date(date('2026-11-30')), 'Mon, 30 Nov 2026');
    assert.equal(en.shortDate(date('2026-01-02')), '02 Jan 2026');
    assert.equal(en.longDate(date('2026-11-30')), 'Monday, 30 November 2026');
  });

  it('do not shift with the zone of the machine', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
      assert.equal(formatsFor('de', zone).date(date('2026-11-30')), 'Mo., 30.11.2026');
    }
  });

  it('of windows end with Uhr once', () => {
    assert.equal(de.time(time('09:05')), '09:05');
    assert.equal(de.window(time('10:00'), time('12:00')), '10:00–12:00 Uhr');
    assert.equal(en.window(time('10:00'), time('12:00')), '10:00–12:00');
  });

  it('of an instant are those of the zone, also on both clock-change days', () => {
    assert.equal(de.dateTime(instant('2026-11-29T15:00:00Z')), 'So., 29.11.2026, 16:00 Uhr');
    assert.equal(en.dateTime(instant('2026-11-29T15:00:59Z')), 'Sun, 29 Nov 2026, 16:00');
    assert.equal(de.dateTime(instant('2026-03-29T00:59:00Z')), 'So., 29.03.2026, 01:59 Uhr');
    assert.equal(de.dateTime(instant('2026-03-29T01:00:00Z')), 'So., 29.03.2026, 03:00 Uhr');
    assert.equal(de.dateTime(instant('2026-10-25T00:30:00Z')), 'So., 25.10.2026, 02:30 Uhr');
    assert.equal(de.dateTime(instant('2026-10-25T01:30:00Z')), 'So., 25.10.2026, 02:30 Uhr');
  });

  it('of the week count from Monday', () => {
    assert.equal(de.weekday(1), 'Montag');
    assert.equal(en.weekday(7), 'Sunday');
  });
});

describe('what is left', () => {
  const deadline = instant('2026-11-29T15:00:00Z');
  const before = (duration: Temporal.DurationLike) => deadline.subtract(duration);

  const cases: [Temporal.DurationLike, german: string, english: string][] = [
    [{ hours: 3, minutes: 12 }, 'noch 3 Std. 12 Min.', '3 hr 12 min left'],
    [{ hours: 3 }, 'noch 3 Std.', '3 hr left'],
    [{ minutes: 59, seconds: 59 }, 'noch 59 Min.', '59 min left'],
    [{ seconds: 59 }, 'noch weniger als 1 Min.', 'less than 1 min left'],
    [{ seconds: 0 }, 'noch weniger als 1 Min.', 'less than 1 min left'],
    [{ hours: 24 }, 'noch 1 Tag', '1 day left'],
    [{ hours: 53, minutes: 5 }, 'noch 2 Tage 5 Std.', '2 days 5 hr left'],
    [{ seconds: -1 }, 'vor weniger als 1 Min.', 'less than 1 min ago'],
    [{ minutes: -90 }, 'vor 1 Std. 30 Min.', '1 hr 30 min ago'],
    [{ hours: -49 }, 'vor 2 Tagen 1 Std.', '2 days 1 hr ago'],
  ];
  for (const [duration, german, english] of cases) {
    it(german, () => {
      assert.equal(de.relative(deadline, before(duration)), german);
      assert.equal(en.relative(deadline, before(duration)), english);
    });
  }
});

describe('counts', () => {
  it('choose the word and write the number', () => {
    assert.equal(de.plural(0, '# Auftrag', '# Aufträge'), '0 Aufträge');
    assert.equal(de.plural(1, '# Auftrag', '# Aufträge'), '1 Auftrag');
    assert.equal(de.plural(1200, '# Auftrag', '# Aufträge'), '1.200 Aufträge');
    assert.equal(plural('en', 1200, '# order', '# orders'), '1,200 orders');
    assert.equal(de.plural(1, 'ein Auftrag', '# Aufträge'), 'ein Auftrag');
  });
});

describe('formatters', () => {
  it('are made once', () => {
    assert.equal(formatsFor('de', 'Europe/Berlin'), de);
    assert.notEqual(formatsFor('de', 'UTC'), de);
  });

  it('stay right when more was formatted than they remember', () => {
    for (let cents = 0; cents < 5000; cents++) de.money(cents);
    assert.equal(plain(de.money(7)), '0,07 €');
    assert.equal(plain(de.money(4999)), '49,99 €');
  });
});
