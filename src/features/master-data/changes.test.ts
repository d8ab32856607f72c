import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changesBetween, filledValues } from './changes.ts';

describe('what changed', () => {
  it('is nothing when all values are the same, lists too', () => {
    assert.equal(changesBetween({ a: 'x', list: ['1', '2'] }, { a: 'x', list: ['1', '2'] }), undefined);
  });

  it('is what differs, before and after', () => {
    assert.deepEqual(
      changesBetween({ a: 'x', b: true, list: ['1'] }, { a: 'y', b: true, list: ['1', '2'] }),
      {
        before: { a: 'x', list: ['1'] },
        after: { a: 'y', list: ['1', '2'] },
      },
    );
  });

  it('leaves out what says nothing when something is added', () => {
    assert.deepEqual(filledValues({ a: 'x', b: '', c: false, d: true, e: [] }), { a: 'x', d: true });
  });
});
