import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemProblems, MOST_GRAMS, MOST_PIECES, totalGrams } from './items.ts';

const item = (changes: object = {}) => ({ productCode: 'AD_STD', pieces: 1000, grams: 20, ...changes });
const AD = { minPieces: 200, maxGrams: 20 };
const LETTER = { minPieces: 1, maxGrams: 20 };

describe('an announced mailing', () => {
  it('may be of any size as letters, and has a least size as advertising mail', () => {
    assert.deepEqual(itemProblems(item({ pieces: 1 }), LETTER), []);
    assert.deepEqual(itemProblems(item({ pieces: 200 }), AD), []);
    assert.deepEqual(itemProblems(item({ pieces: 199 }), AD), [
      { field: 'items.AD_STD.pieces', problem: 'too-small', limit: 200 },
    ]);
    assert.deepEqual(itemProblems(item({ pieces: MOST_PIECES + 1 }), AD), [
      { field: 'items.AD_STD.pieces', problem: 'too-large', limit: MOST_PIECES },
    ]);
  });

  it('is in whole pieces', () => {
    assert.deepEqual(itemProblems(item({ pieces: 200.5, grams: Number.NaN }), AD), [
      { field: 'items.AD_STD.pieces', problem: 'not-a-number' },
      { field: 'items.AD_STD.grams', problem: 'not-a-number' },
    ]);
  });

  it('is no heavier by the piece than its product', () => {
    assert.deepEqual(itemProblems(item({ grams: 20 }), AD), []);
    assert.deepEqual(itemProblems(item({ grams: 21 }), AD), [
      { field: 'items.AD_STD.grams', problem: 'too-large', limit: 20 },
    ]);
    assert.deepEqual(itemProblems(item({ grams: 0 }), AD), [
      { field: 'items.AD_STD.grams', problem: 'too-small', limit: 1 },
    ]);
    assert.deepEqual(itemProblems(item({ grams: MOST_GRAMS + 1 }), { minPieces: 1, maxGrams: undefined }), [
      { field: 'items.AD_STD.grams', problem: 'too-large', limit: MOST_GRAMS },
    ]);
  });

  it('weighs what all its pieces weigh', () => {
    assert.equal(totalGrams([item(), item({ pieces: 3, grams: 500 })]), 21_500);
    assert.equal(totalGrams([]), 0);
  });
});
