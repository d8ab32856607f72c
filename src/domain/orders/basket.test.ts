import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkQuantities, splitByService } from './basket.ts';

describe('splitting a basket', () => {
  it('makes one share per service and keeps the order', () => {
    const stamp = { serviceCode: 'GOODS_FINAL', productCode: 'STAMP_STD_20' };
    const box = { serviceCode: 'GOODS_BOXES', productCode: 'BOX_SMALL' };
    const label = { serviceCode: 'GOODS_FINAL', productCode: 'PRELABEL_ROLL_500' };
    assert.deepEqual(splitByService([stamp, box, label]), [
      { serviceCode: 'GOODS_FINAL', lines: [stamp, label] },
      { serviceCode: 'GOODS_BOXES', lines: [box] },
    ]);
    assert.deepEqual(splitByService([]), []);
  });

  it('loses no line and adds none', () => {
    const basket = fc.array(fc.record({ serviceCode: fc.constantFrom('A', 'B', 'C'), id: fc.nat() }));
    fc.assert(
      fc.property(basket, (lines) => {
        const shares = splitByService(lines);
        assert.deepEqual(new Set(shares.flatMap((share) => share.lines)), new Set(lines));
        for (const share of shares) {
          assert.deepEqual(
            share.lines,
            lines.filter((line) => line.serviceCode === share.serviceCode),
          );
        }
      }),
    );
  });
});

describe('quantities', () => {
  const box = (quantity: number) => ({ productCode: 'BOX_SMALL', quantity, maxPerOrder: 50 });
  const field = 'quantity.BOX_SMALL';

  it('are whole numbers from 1 to the limit', () => {
    assert.deepEqual(checkQuantities([box(1)]), []);
    assert.deepEqual(checkQuantities([box(50)]), []);
    assert.deepEqual(checkQuantities([box(51)]), [{ field, problem: 'too-large', limit: 50 }]);
    assert.deepEqual(checkQuantities([box(0)]), [{ field, problem: 'too-small', limit: 1 }]);
    assert.deepEqual(checkQuantities([box(-3)]), [{ field, problem: 'too-small', limit: 1 }]);
    for (const none of [1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.deepEqual(checkQuantities([box(none)]), [{ field, problem: 'not-a-number' }]);
    }
  });

  it('count together when a product comes twice', () => {
    assert.deepEqual(checkQuantities([box(30), box(21)]), [{ field, problem: 'too-large', limit: 50 }]);
    // A negative line must not make room for another.
    assert.deepEqual(checkQuantities([box(60), box(-20)]), [{ field, problem: 'too-small', limit: 1 }]);
  });

  it('have one problem per product, in the order of the basket', () => {
    const lid = { productCode: 'BOX_LID', quantity: 99, maxPerOrder: 50 };
    assert.deepEqual(
      checkQuantities([lid, box(0), lid]).map((problem) => problem.field),
      ['quantity.BOX_LID', field],
    );
  });
});
