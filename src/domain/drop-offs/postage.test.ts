import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { postage } from './postage.ts';

const TERMS = { fullPricePieces: 1000, surcharge: 1200 };
const STANDARD = 3200;

describe('the postage of a mailing', () => {
  it('bears the surcharge up to 999 pieces', () => {
    assert.deepEqual(postage(200, STANDARD, TERMS), { net: 8800, surcharge: 1200, cheaper: undefined });
    assert.equal(postage(999, STANDARD, TERMS).surcharge, 1200);
    assert.deepEqual(postage(1000, STANDARD, TERMS), { net: 32000, surcharge: 0, cheaper: undefined });
  });

  it('is the plain price for letters, in any number', () => {
    assert.deepEqual(postage(1, 7100, undefined), { net: 71, surcharge: 0, cheaper: undefined });
  });

  it('says when the full size costs less, and not a piece earlier', () => {
    // 0.44 × 727 = 319.88; 0.44 × 728 = 320.32; 0.32 × 1,000 = 320.00
    assert.equal(postage(727, STANDARD, TERMS).cheaper, undefined);
    assert.deepEqual(postage(728, STANDARD, TERMS).cheaper, { pieces: 1000, net: 32000 });
    // the same price is no reason to print more
    assert.equal(postage(750, 3600, TERMS).cheaper, undefined);
  });

  it('never recommends what costs the same or more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 5000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 5000 }),
        (pieces, price, surcharge) => {
          const terms = { ...TERMS, surcharge };
          const own = postage(pieces, price, terms);
          if (!own.cheaper) return;
          assert.ok(own.cheaper.net < own.net);
          assert.ok(own.cheaper.pieces > pieces);
          const more = postage(own.cheaper.pieces, price, terms);
          assert.deepEqual(more, { net: own.cheaper.net, surcharge: 0, cheaper: undefined });
        },
      ),
    );
  });
});
