import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { leitwegCheckDigits, readLeitwegId } from './leitweg-id.ts';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const text = (characters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });

const validId = fc
  .tuple(text(DIGITS, 2, 12), text(DIGITS + LETTERS, 0, 30))
  .map(([coarse, fine]) => [coarse, fine, leitwegCheckDigits(coarse, fine)].filter(Boolean).join('-'));

describe('Leitweg-ID', () => {
  it('accepts the published examples', () => {
    for (const id of ['04011000-1234512345-06', '04011000-12345-03', '991-33333TEST-33', '992-90009-96']) {
      assert.deepEqual(readLeitwegId(id), { id });
    }
  });

  it('mends spaces, small letters and long dashes', () => {
    assert.deepEqual(readLeitwegId(' 991–33333test – 33 '), { id: '991-33333TEST-33' });
  });

  it('tells a wrong form from wrong check digits', () => {
    for (const typed of [
      '',
      '1',
      '-',
      '991',
      '99a-12-34',
      '1-12-34',
      '0401100012345-1-03',
      '991-ÄB-12',
      '991-12-3',
      '991-1-2-34',
      `991-${'1'.repeat(31)}-12`,
    ]) {
      assert.deepEqual(readLeitwegId(typed), { problem: 'malformed' }, typed);
    }
    assert.deepEqual(readLeitwegId('04011000-12345-04'), { problem: 'check-digits' });
  });

  it('takes only the check digits that the calculation gives, not those that are 97 apart', () => {
    fc.assert(
      fc.property(validId, (id) => {
        const digits = Number(id.slice(-2));
        for (const other of [digits - 97, digits + 97].filter((n) => n >= 0 && n <= 99)) {
          const twin = id.slice(0, -2) + `${other}`.padStart(2, '0');
          assert.deepEqual(readLeitwegId(twin), { problem: 'check-digits' });
        }
      }),
    );
  });

  it('accepts every ID with its check digits', () => {
    fc.assert(
      fc.property(validId, (id) => {
        assert.ok(id.length >= 5 && id.length <= 46);
        assert.deepEqual(readLeitwegId(id), { id });
      }),
    );
  });

  it('notices one changed character', () => {
    fc.assert(
      fc.property(validId, fc.nat(), fc.nat(), (id, place, step) => {
        const at = place % id.length;
        const old = id[at] ?? '';
        const alphabet = DIGITS.includes(old) ? DIGITS : LETTERS;
        if (old === '-') return;
        const next = alphabet[(alphabet.indexOf(old) + 1 + (step % (alphabet.length - 1))) % alphabet.length];
        assert.ok('problem' in readLeitwegId(id.slice(0, at) + next + id.slice(at + 1)));
      }),
    );
  });

  it('notices two digits that were swapped', () => {
    fc.assert(
      fc.property(text(DIGITS, 2, 12), fc.nat(), (coarse, place) => {
        const at = place % (coarse.length - 1);
        const swapped = coarse.slice(0, at) + coarse[at + 1] + coarse[at] + coarse.slice(at + 2);
        if (swapped === coarse) return;
        assert.notEqual(leitwegCheckDigits(swapped, 'A1'), leitwegCheckDigits(coarse, 'A1'));
      }),
    );
  });
});
