import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { germanCheckDigit, readVatId } from './vat-id.ts';

describe('a VAT id', () => {
  it('is read as people type it', () => {
    for (const typed of ['DE136695976', ' de 136 695 976 ', 'DE-136.695.976', 'De\u2013136695976']) {
      assert.deepEqual(readVatId(typed), { id: 'DE136695976' }, typed);
    }
    for (const id of ['ATU12345678', 'NL123456789B01', 'FRXX123456789', 'EL123456789', 'CHE123456789MWST']) {
      assert.deepEqual(readVatId(id), { id });
    }
  });

  it('of Germany has a check digit that finds one wrong digit', () => {
    assert.deepEqual(readVatId('DE136695977'), { problem: 'check-digit' });
    const digits = fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String);
    fc.assert(
      fc.property(digits, fc.nat(7), fc.integer({ min: 1, max: 9 }), (eight, at, more) => {
        const whole = `${eight}${germanCheckDigit(eight)}`;
        assert.deepEqual(readVatId(`DE${whole}`), { id: `DE${whole}` });
        const wrong = (Number(whole[at]) + more) % 10;
        assert.deepEqual(readVatId(`DE${whole.slice(0, at)}${wrong}${whole.slice(at + 1)}`), {
          problem: 'check-digit',
        });
      }),
    );
  });

  it('of no such form is none', () => {
    for (const typed of [
      '',
      'DE',
      'DE12345678',
      'DE1234567890',
      '136695976',
      'ZZ123456789',
      'GR123456789',
      '30/123/45678',
      "DE'; drop table",
      '__proto__',
      'constructor1',
      'DE１３６６９５９７６',
    ]) {
      assert.deepEqual(readVatId(typed), { problem: 'malformed' }, typed);
    }
  });
});
