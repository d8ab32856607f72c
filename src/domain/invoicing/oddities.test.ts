import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { odditiesOf, type PreviewFacts } from './index.ts';

const MONTH = Temporal.PlainDate.from('2026-11-01');
const odd = (changes: Partial<PreviewFacts>) =>
  odditiesOf(
    {
      net: 20_000,
      lastNet: 20_000,
      since: MONTH,
      unfinished: 0,
      unpriced: 0,
      hasAddress: true,
      hasRecipient: true,
      wantsXrechnung: false,
      hasLeitwegId: false,
      isAbroad: false,
      ...changes,
    },
    MONTH,
  );

describe('what is odd about an invoice', () => {
  it('is nothing as a rule', () => assert.deepEqual(odd({}), []));

  it('is a step from last time that is large by measure and by amount', () => {
    assert.deepEqual(odd({ net: 40_000 }), []);
    assert.deepEqual(odd({ net: 40_001 }), ['much-more']);
    assert.deepEqual(odd({ net: 10_000 }), []);
    assert.deepEqual(odd({ net: 9_999 }), ['much-less']);
    assert.deepEqual(odd({ net: 9_000, lastNet: 100 }), []);
  });

  it('is what keeps it from being sent, or from being whole', () => {
    assert.deepEqual(odd({ hasAddress: false, hasRecipient: false }), ['no-address', 'no-recipient']);
    assert.deepEqual(odd({ net: 0, lastNet: 0 }), ['not-positive']);
    // what lacks a price is not nothing
    assert.deepEqual(odd({ net: 0, lastNet: 0, unpriced: 1 }), ['no-price']);
    assert.deepEqual(odd({ isAbroad: true }), ['foreign-buyer']);
    assert.deepEqual(odd({ wantsXrechnung: true }), ['no-leitweg-id']);
    assert.deepEqual(odd({ wantsXrechnung: true, hasLeitwegId: true }), []);
    assert.deepEqual(odd({ unfinished: 1, since: MONTH.subtract({ days: 1 }) }), [
      'unfinished-orders',
      'older-charges',
    ]);
  });

  it('is also that it is the first', () => assert.deepEqual(odd({ lastNet: null }), ['first-invoice']));
});
