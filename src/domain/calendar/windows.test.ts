import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BERLIN_ZONE, day, time } from './berlin.fixture.ts';
import { parseSlotKey, slotKey, windowInstants } from './windows.ts';

const morning = { starts: time('10:00'), ends: time('12:00') };

describe('window', () => {
  it('has instants by the wall clock, in winter and in summer', () => {
    const instants = (date: string, window = morning) => {
      const { starts, ends } = windowInstants(day(date), window, BERLIN_ZONE);
      return [starts.toString(), ends.toString()];
    };
    assert.deepEqual(instants('2026-11-30'), ['2026-11-30T09:00:00Z', '2026-11-30T11:00:00Z']);
    assert.deepEqual(instants('2026-07-01'), ['2026-07-01T08:00:00Z', '2026-07-01T10:00:00Z']);
    // A window across the change is an hour shorter in spring and an hour longer in autumn.
    const night = { starts: time('01:00'), ends: time('04:00') };
    assert.deepEqual(instants('2026-03-29', night), ['2026-03-29T00:00:00Z', '2026-03-29T02:00:00Z']);
    assert.deepEqual(instants('2026-10-25', night), ['2026-10-24T23:00:00Z', '2026-10-25T03:00:00Z']);
  });
});

describe('slot key', () => {
  it('names date and start', () => {
    assert.equal(slotKey(day('2026-11-30'), morning), '2026-11-30T10:00');
    assert.equal(slotKey(day('2026-11-30'), { starts: time('00:00') }), '2026-11-30T00:00');
  });

  it('reads what it wrote', () => {
    const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => day('2000-01-01').add({ days }));
    const starts = fc.integer({ min: 0, max: 1439 }).map((minutes) => time('00:00').add({ minutes }));
    fc.assert(
      fc.property(dates, starts, (date, start) => {
        const slot = parseSlotKey(slotKey(date, { starts: start }));
        assert.ok(slot?.date.equals(date) && slot.starts.equals(start));
      }),
    );
  });

  it('reads nothing else', () => {
    for (const text of [
      '',
      '2026-11-30',
      '2026-11-30T10',
      '2026-11-30 10:00',
      '2026-11-30T10:00:00',
      '2026-11-30T10:00Z',
      '2026-11-30T10:00[Europe/Berlin]',
      '2026-02-30T10:00',
      '2026-13-01T10:00',
      '2026-00-10T10:00',
      '2026-11-30T24:00',
      '2026-11-30T10:60',
      ' 2026-11-30T10:00',
      '2026-11-30T10:00\n',
      '-2026-11-30T10:00',
      '+002026-11-30T10:00',
      '२०२६-११-३०T१०:००',
      '2026-11-30T10:00'.repeat(1000),
      '__proto__',
    ]) {
      assert.equal(parseSlotKey(text), undefined, JSON.stringify(text.slice(0, 40)));
    }
  });

  it('never throws, and writes again what it read', () => {
    const likely = fc.stringMatching(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d$/);
    fc.assert(
      fc.property(fc.oneof(likely, fc.string()), (text) => {
        const slot = parseSlotKey(text);
        if (slot) assert.equal(slotKey(slot.date, slot), text);
      }),
    );
  });
});
