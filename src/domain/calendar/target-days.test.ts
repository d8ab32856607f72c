import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTargetDay, targetDayAfter, targetDayFrom } from './index.ts';

const date = (text: string) => Temporal.PlainDate.from(text);

describe('the days of the banks', () => {
  it('are Monday to Friday without the six European holidays', () => {
    const closed = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25', '2028-12-26'];
    for (const day of closed) assert.equal(isTargetDay(date(day)), false, day);
    for (const day of ['2026-11-28', '2026-11-29']) assert.equal(isTargetDay(date(day)), false, day);
  });

  it('are not the days of the carrier: German holidays and the last days of the year are open', () => {
    // Women's Day, Ascension, Whit Monday, Unity Day, Christmas Eve, New Year's Eve
    const open = ['2027-03-08', '2026-05-14', '2026-05-25', '2025-10-03', '2026-12-24', '2026-12-31'];
    for (const day of open) assert.equal(isTargetDay(date(day)), true, day);
  });

  it('number 256 or so in a year', () => {
    const days = Array.from({ length: 365 }, (_, add) => date('2026-01-01').add({ days: add }));
    // 261 weekdays; New Year, Good Friday, Easter Monday, May Day, Christmas fall on one, the 26th on a Saturday
    assert.equal(days.filter(isTargetDay).length, 256);
  });

  it('are searched forwards', () => {
    assert.equal(targetDayFrom(date('2026-12-24')).toString(), '2026-12-24');
    assert.equal(targetDayFrom(date('2026-12-25')).toString(), '2026-12-28');
    assert.equal(targetDayFrom(date('2026-04-03')).toString(), '2026-04-07');
    assert.equal(targetDayAfter(date('2026-12-24')).toString(), '2026-12-28');
    assert.equal(targetDayAfter(date('2026-11-26'), 2).toString(), '2026-11-30');
    assert.equal(targetDayAfter(date('2026-11-26'), 0).toString(), '2026-11-26');
  });
});
