import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at, day, time } from './berlin.fixture.ts';
import { commonOffers, isOffered } from './choice.ts';
import type { OfferedDay } from './offers.ts';
import { slotKey } from './windows.ts';

function offered(date: string, orderBy: string, free: Record<string, number>): OfferedDay {
  const windows = Object.entries(free).map(([start, places]) => {
    const starts = time(start);
    const key = slotKey(day(date), { starts });
    return { starts, ends: starts.add({ hours: 2 }), capacity: 60, free: places, key };
  });
  return { date: day(date), orderBy: at(orderBy), windows };
}

describe('a chosen window', () => {
  const monday = offered('2026-11-30', '2026-11-29T16:00', { '08:00': 3, '10:00': 0 });

  it('is found with its day', () => {
    const choice = isOffered([monday], '2026-11-30T08:00');
    assert.ok(choice.ok);
    assert.equal(choice.day, monday);
    assert.equal(choice.window.free, 3);
  });

  it('is refused as full without a place, and as not offered otherwise', () => {
    const code = (key: string) => {
      const choice = isOffered([monday], key);
      return choice.ok ? 'ok' : choice.refusal.code;
    };
    assert.equal(code('2026-11-30T10:00'), 'slot-full');
    for (const key of ['2026-12-01T08:00', '2026-11-30T09:00', '', '__proto__', '2026-11-30T08:00:00']) {
      assert.equal(code(key), 'slot-not-offered');
    }
  });
});

describe('a basket of two services', () => {
  const stamps = [
    offered('2026-12-01', '2026-11-27T16:00', { '08:00': 5, '10:00': 5 }),
    offered('2026-12-02', '2026-11-30T16:00', { '08:00': 5 }),
  ];
  const boxes = [
    offered('2026-11-30', '2026-11-29T16:00', { '08:00': 5 }),
    offered('2026-12-01', '2026-11-30T16:00', { '10:00': 4, '12:00': 5 }),
    offered('2026-12-02', '2026-12-01T16:00', { '14:00': 5 }),
  ];

  it('chooses from the windows that both offer, and orders by the earlier deadline', () => {
    const common = commonOffers(stamps, boxes);
    assert.deepEqual(common, [offered('2026-12-01', '2026-11-27T16:00', { '10:00': 4 })]);
    assert.deepEqual(commonOffers(boxes, stamps), common);
  });
});
