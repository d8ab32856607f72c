import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergedValues } from './conflict.ts';
import type { HistoryRow } from './queries.ts';

const change = (before: HistoryRow['before']) => ({ before }) as HistoryRow;
const base = { street: 'Alt 1', city: 'Berlin', phones: ['1'], isPickup: true };

describe('the form after two people changed the same thing', () => {
  it('holds what each of them changed', () => {
    const collision = {
      current: { ...base, city: 'Potsdam' },
      version: 2,
      typed: { ...base, street: 'Neu 2' },
      typedVersion: 1,
      rows: [change({ city: 'Berlin' })],
    };
    assert.deepEqual(mergedValues(collision), { ...base, street: 'Neu 2', city: 'Potsdam' });
  });

  it('holds what the second typed where both changed the same', () => {
    const collision = {
      current: { ...base, street: 'Ihre 1', phones: ['2'], isPickup: false },
      version: 4,
      typed: { ...base, street: 'Meine 1', phones: ['3'] },
      typedVersion: 1,
      // three versions since: the newest first
      rows: [
        change({ street: 'Zwischen 1' }),
        change({ phones: ['1'], isPickup: true }),
        change({ street: 'Alt 1' }),
      ],
    };
    assert.deepEqual(mergedValues(collision), { ...base, street: 'Meine 1', phones: ['3'], isPickup: false });
  });

  it('looks only at what happened since, and only at values of the form', () => {
    const collision = {
      current: base,
      version: 3,
      typed: { ...base, street: 'Meine 1' },
      typedVersion: 2,
      rows: [change({ isOpen: true }), change({ street: 'Uralt 1' }), change(null)],
    };
    assert.deepEqual(mergedValues(collision), { ...base, street: 'Meine 1' });
  });

  it('holds what was typed when nobody knows on what', () => {
    for (const typedVersion of [Number.NaN, 99, -1]) {
      const collision = {
        current: base,
        version: 3,
        typed: { ...base, city: 'Ulm' },
        typedVersion,
        rows: [],
      };
      assert.equal(mergedValues(collision).city, 'Ulm');
    }
  });
});
