import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { makeManifestCode, parseManifestCode } from './manifest-code.ts';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codes = fc
  .array(fc.nat({ max: ALPHABET.length - 1 }), { minLength: 8, maxLength: 8 })
  .map((numbers) => {
    const left = [...numbers];
    return makeManifestCode(() => left.shift() ?? 0);
  });

describe('the code of a manifest', () => {
  it('reads as it is written, also in small letters, with spaces, without hyphens', () => {
    fc.assert(
      fc.property(codes, (code) => {
        assert.match(code, /^EL-[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
        for (const typed of [
          code,
          code.toLowerCase(),
          code.replaceAll('-', ''),
          ` ${code.replaceAll('-', ' ')}\n`,
        ])
          assert.equal(parseManifestCode(typed), code);
      }),
    );
  });

  it('finds every wrong sign and every two that changed places', () => {
    fc.assert(
      fc.property(
        codes,
        fc.nat({ max: 8 }),
        fc.nat({ max: 8 }),
        fc.nat({ max: 30 }),
        (code, one, two, sign) => {
          const signs = [...code.replaceAll('-', '').slice(2)];
          const slip = signs.with(one, ALPHABET[sign] ?? '');
          if (slip.join() !== signs.join()) assert.equal(parseManifestCode(`EL${slip.join('')}`), undefined);
          const swapped = signs.with(one, signs[two] ?? '').with(two, signs[one] ?? '');
          if (swapped.join() !== signs.join())
            assert.equal(parseManifestCode(`EL${swapped.join('')}`), undefined);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is nothing else', () => {
    for (const typed of [
      '',
      'EL',
      'A-2026-000042',
      'EL-000-000-000',
      'EL-222-222-22',
      'EL-222-222-2222',
      '💥',
      'EL-AAA-AAA-AA1',
    ])
      assert.equal(parseManifestCode(typed), undefined, typed);
  });
});
