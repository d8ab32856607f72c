import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { berlin, day, time } from '../calendar/berlin.fixture.ts';
import { type Exception, type OnHoliday, occurrences, type Plan } from './index.ts';

const isOpen = (date: Temporal.PlainDate) => berlin.isBusinessDay(date);
const window = { starts: time('12:00'), ends: time('13:00') };
const later = { starts: time('16:00'), ends: time('17:00') };

const version = (from: string, weekdays: number[], onHoliday: OnHoliday = 'skip') => ({
  from: day(from),
  weekdays,
  window,
  onHoliday,
});
function plan(changes: Partial<Plan> = {}): Plan {
  return {
    versions: [version('2026-11-30', [1, 3])],
    until: undefined,
    pauses: [],
    exceptions: [],
    ...changes,
  };
}
/** What happens from one date to another, as text: the date, whence it came, and what became of it. */
function told(one: Plan, from: string, until: string): string[] {
  return occurrences(one, isOpen, { from: day(from), until: day(until) }).map(
    ({ original, date, fate }) => `${original}${date.equals(original) ? '' : ` → ${date}`} ${fate}`,
  );
}
const skip = (date: string): Exception => ({ kind: 'skip', date: day(date) });
const move = (date: string, to: string): Exception => ({
  kind: 'move',
  date: day(date),
  to: day(to),
  window: later,
});
const add = (date: string, to = date): Exception => ({
  kind: 'add',
  date: day(date),
  to: day(to),
  window: later,
});

describe('the dates of a plan', () => {
  it('are its weekdays, from the first day on', () => {
    assert.deepEqual(told(plan(), '2026-11-23', '2026-12-09'), [
      '2026-11-30 due',
      '2026-12-02 due',
      '2026-12-07 due',
      '2026-12-09 due',
    ]);
  });

  it('end with the last day', () => {
    const ending = plan({ until: day('2026-12-02'), exceptions: [move('2026-12-02', '2026-12-04')] });
    assert.deepEqual(told(ending, '2026-11-30', '2026-12-31'), [
      '2026-11-30 due',
      '2026-12-02 → 2026-12-04 ended',
    ]);
  });

  it('fall out on a public holiday, or move to the next day on which somebody drives', () => {
    // 24, 25 and 26 December and 31 December are closed, 26 and 27 are a weekend; 1 January is a Friday
    const all = (onHoliday: OnHoliday) => plan({ versions: [version('2026-12-21', [4, 5], onHoliday)] });
    assert.deepEqual(told(all('skip'), '2026-12-21', '2026-12-31'), [
      '2026-12-24 holiday',
      '2026-12-25 holiday',
      '2026-12-31 holiday',
    ]);
    // both wait for Monday: the earlier one comes, once
    assert.deepEqual(told(all('next-business-day'), '2026-12-21', '2026-12-30'), [
      '2026-12-24 → 2026-12-28 due',
      '2026-12-25 → 2026-12-28 merged',
    ]);
  });

  it('are not pushed by a holiday onto a day on which the plan comes anyway', () => {
    const daily = plan({ versions: [version('2026-12-21', [1, 2, 3, 4, 5], 'next-business-day')] });
    assert.deepEqual(told(daily, '2026-12-24', '2026-12-29'), [
      '2026-12-24 → 2026-12-28 merged',
      '2026-12-25 → 2026-12-28 merged',
      '2026-12-28 due',
      '2026-12-29 due',
    ]);
  });

  it('are seen from the day after a holiday, too', () => {
    const friday = plan({ versions: [version('2026-12-21', [5], 'next-business-day')] });
    assert.deepEqual(told(friday, '2026-12-28', '2026-12-30'), ['2026-12-25 → 2026-12-28 due']);
  });

  it('can be skipped, moved and added', () => {
    const changed = plan({
      exceptions: [skip('2026-11-30'), move('2026-12-02', '2026-12-03'), add('2026-12-04')],
    });
    assert.deepEqual(told(changed, '2026-11-30', '2026-12-07'), [
      '2026-11-30 skipped',
      '2026-12-02 → 2026-12-03 due',
      '2026-12-04 due',
      '2026-12-07 due',
    ]);
    const [, moved, added] = occurrences(changed, isOpen, {
      from: day('2026-11-30'),
      until: day('2026-12-04'),
    });
    assert.deepEqual([moved?.movedBy, `${moved?.window.starts}`], ['customer', '16:00:00']);
    assert.deepEqual([added?.isAdded, `${added?.window.starts}`], [true, '16:00:00']);
  });

  it('come once on a day, whatever is moved there', () => {
    const crowded = plan({
      exceptions: [move('2026-11-30', '2026-12-07'), move('2026-12-02', '2026-12-08'), add('2026-12-08')],
    });
    assert.deepEqual(told(crowded, '2026-11-30', '2026-12-08'), [
      '2026-11-30 → 2026-12-07 merged',
      '2026-12-07 due',
      '2026-12-02 → 2026-12-08 merged',
      '2026-12-08 due',
    ]);
  });

  it('rest while the firm does, also those moved or added into the pause', () => {
    const paused = plan({
      pauses: [{ from: day('2026-12-01'), until: day('2026-12-04') }],
      exceptions: [move('2026-12-07', '2026-12-03'), add('2026-12-04')],
    });
    assert.deepEqual(told(paused, '2026-11-30', '2026-12-09'), [
      '2026-11-30 due',
      '2026-12-02 paused',
      '2026-12-07 → 2026-12-03 paused',
      '2026-12-04 paused',
      '2026-12-09 due',
    ]);
  });

  it('that were moved out of a pause take place', () => {
    const paused = plan({
      pauses: [{ from: day('2026-12-01'), until: day('2026-12-04') }],
      exceptions: [move('2026-12-02', '2026-12-08')],
    });
    assert.ok(told(paused, '2026-12-01', '2026-12-08').includes('2026-12-02 → 2026-12-08 due'));
  });

  it('follow the version that holds on their day', () => {
    const changed = plan({ versions: [version('2026-11-30', [1, 3]), version('2026-12-03', [5])] });
    assert.deepEqual(told(changed, '2026-11-30', '2026-12-11'), [
      '2026-11-30 due',
      '2026-12-02 due',
      '2026-12-04 due',
      '2026-12-11 due',
    ]);
  });

  it('forget an exception for a date that the pattern names no more', () => {
    const changed = plan({
      versions: [version('2026-11-30', [1, 3]), version('2026-12-03', [5])],
      exceptions: [skip('2026-12-09'), move('2026-12-07', '2026-12-08')],
    });
    assert.deepEqual(told(changed, '2026-12-07', '2026-12-11'), ['2026-12-11 due']);
  });
});
