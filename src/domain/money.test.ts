import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { lineNet, totals } from './money.ts';

const cents = fc.integer({ min: -100_000_000, max: 100_000_000 });
const rate = fc.constantFrom(0, 700, 1900);
const lines = fc.array(fc.record({ net: cents, vatRate: rate }), { maxLength: 30 });

describe('net of a line', () => {
  it('multiplies first and rounds once', () => {
    assert.equal(lineNet(7125, 1), 71);
    assert.equal(lineNet(7125, 2), 143); // 142.5 goes up; rounding each piece would give 142
    assert.equal(lineNet(142_000, 3), 4260);
    assert.equal(lineNet(0, 50), 0);
  });

  it('rounds a half away from zero, so that a credit mirrors the charge', () => {
    assert.equal(lineNet(50, 1), 1);
    assert.equal(lineNet(49, 1), 0);
    assert.equal(lineNet(50, -1), -1);
    assert.ok(Object.is(lineNet(49, -1), 0));
    fc.assert(fc.property(cents, fc.nat(1000), (price, n) => lineNet(price, n) + lineNet(-price, n) === 0));
  });

  it('is never more than half a cent away from the exact amount', () => {
    fc.assert(
      fc.property(cents, fc.nat(10_000), (price, n) => Math.abs(lineNet(price, n) * 100 - price * n) <= 50),
    );
  });

  it('stays exact where a floating division would not', () => {
    assert.equal(lineNet(9_007_199_254_740_949, 1), 90_071_992_547_409);
  });

  it('refuses what is not an integer', () => {
    for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      assert.throws(() => lineNet(bad, 1), RangeError);
      assert.throws(() => lineNet(1, bad), RangeError);
    }
    assert.throws(() => lineNet(2 ** 40, 2 ** 40), RangeError);
  });
});

describe('totals', () => {
  it('takes the tax on the sum of a rate, not line by line', () => {
    const roll = { net: 7100, vatRate: 1900 };
    assert.deepEqual(totals([roll]), {
      net: 7100,
      vat: [{ rate: 1900, base: 7100, amount: 1349 }],
      gross: 8449,
    });
    // Twice 7 % of 7 cents: line by line 0 + 0, on the sum 0.98, which is 1.
    assert.equal(totals(Array(2).fill({ net: 7, vatRate: 700 })).gross, 15);
  });

  it('lists the rates from high to low, the exempt one included', () => {
    const { vat, gross } = totals([
      { net: 6190, vatRate: 0 },
      { net: 100, vatRate: 700 },
      { net: 950, vatRate: 1900 },
    ]);
    assert.deepEqual(
      vat.map((share) => [share.rate, share.amount]),
      [
        [1900, 181],
        [700, 7],
        [0, 0],
      ],
    );
    assert.equal(gross, 7428);
  });

  it('is zero for no lines', () => {
    assert.deepEqual(totals([]), { net: 0, vat: [], gross: 0 });
  });

  it('always adds up, whatever the order of the lines', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const total = totals(some);
        assert.equal(
          total.net,
          some.reduce((sum, line) => sum + line.net, 0),
        );
        assert.equal(
          total.gross,
          total.vat.reduce((sum, share) => sum + share.base + share.amount, 0),
        );
        assert.deepEqual(totals(some.toReversed()), total);
        for (const { rate, base, amount } of total.vat) {
          assert.ok(Math.abs(amount * 10_000 - base * rate) <= 5_000);
        }
      }),
    );
  });

  it('is taken back to the cent by the same lines with the sign turned', () => {
    const turned = (some: readonly { net: number; vatRate: number }[]) =>
      some.map((line) => ({ ...line, net: -line.net }));
    fc.assert(fc.property(lines, (some) => totals(some).gross + totals(turned(some)).gross === 0));
  });

  it('refuses what is not an integer', () => {
    assert.throws(() => totals([{ net: 0.1, vatRate: 1900 }]), RangeError);
    assert.throws(() => totals([{ net: 1, vatRate: 0.19 }]), RangeError);
  });
});
