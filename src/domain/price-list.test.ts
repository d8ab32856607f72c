import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validOn } from './price-list.ts';

const from = (day: string, price: number) => ({ validFrom: Temporal.PlainDate.from(day), price });
const on = (day: string) => Temporal.PlainDate.from(day);

describe('what holds on a date', () => {
  // not in order: whoever adds a price does not sort the list
  const prices = [from('2026-07-01', 71), from('2025-01-01', 68), from('2026-01-01', 70)];

  it('is the latest entry that has begun, from its own day on', () => {
    assert.equal(validOn(prices, on('2025-12-31'))?.price, 68);
    assert.equal(validOn(prices, on('2026-01-01'))?.price, 70);
    assert.equal(validOn(prices, on('2026-06-30'))?.price, 70);
    assert.equal(validOn(prices, on('2026-07-01'))?.price, 71);
    assert.equal(validOn(prices, on('2999-12-31'))?.price, 71);
  });

  it('is nothing before the first entry, and nothing in an empty list', () => {
    assert.equal(validOn(prices, on('2024-12-31')), undefined);
    assert.equal(validOn([], on('2026-01-01')), undefined);
  });
});
