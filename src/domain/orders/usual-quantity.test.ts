import assert from 'node:assert/strict';
import { it } from 'node:test';
import { usualQuantity } from './usual-quantity.ts';

it('the usual quantity is the most frequent one, of two the newer', () => {
  assert.equal(usualQuantity([]), undefined);
  assert.equal(usualQuantity([3]), 3);
  assert.equal(usualQuantity([1, 5, 5]), 5);
  assert.equal(usualQuantity([2, 5, 5, 2]), 2);
  assert.equal(usualQuantity([9, 1, 2, 3]), 9);
});
