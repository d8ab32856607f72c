import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CountedItem, countProblems, differing } from './count.ts';

const item = (announced: number, counted: number, productCode = 'LETTER_STD'): CountedItem => ({
  productCode,
  announced,
  counted,
  grams: 0,
});

describe('the count of a drop-off', () => {
  it('needs no words where it is as announced', () => {
    assert.deepEqual(countProblems([item(100, 100)], ''), []);
    assert.deepEqual(differing([item(100, 100)]), []);
  });

  it('needs a reason as soon as one piece differs, or a kind was not announced', () => {
    for (const items of [
      [item(100, 99)],
      [item(100, 101)],
      [item(100, 100), item(0, 1, 'POSTCARD')],
      [item(100, 100), item(5, 0, 'POSTCARD')],
    ]) {
      assert.deepEqual(countProblems(items, ''), [{ field: 'reason', problem: 'required' }]);
      assert.deepEqual(countProblems(items, 'verzählt'), []);
      assert.equal(differing(items).length, 1);
    }
  });

  it('is none when nothing came, and counts each kind once', () => {
    assert.deepEqual(countProblems([item(100, 0)], 'nichts da'), [
      { field: 'items', problem: 'nothing-counted' },
    ]);
    assert.deepEqual(countProblems([item(1, 1), item(0, 1)], 'x'), [
      { field: 'extraProduct', problem: 'taken' },
    ]);
  });
});
