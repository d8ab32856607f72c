import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Secret } from 'otpauth';
import { codeAt } from '../../../test/support/second-factor.ts';
import { appAddress, inGroups, newSecret, stepOfCode } from './totp.ts';

/** The secret of RFC 6238, appendix B. */
const SECRET = Secret.fromUTF8('12345678901234567890').base32;
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

describe('a code of an app', () => {
  // the last six of the eight digits of RFC 6238, appendix B, for SHA-1
  const vectors: readonly [seconds: number, code: string][] = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ];
  for (const [seconds, code] of vectors) {
    it(`is ${code} at ${seconds} seconds, as the standard says`, () => {
      assert.equal(stepOfCode(SECRET, code, at(seconds)), Math.floor(seconds / 30));
    });
  }

  it('counts one step early and one step late, to the second', () => {
    const step = 41_152_263;
    const code = codeAt(SECRET, at(step * 30));
    const begins = step * 30;
    assert.equal(stepOfCode(SECRET, code, at(begins - 31)), undefined);
    assert.equal(stepOfCode(SECRET, code, at(begins - 30)), step);
    assert.equal(stepOfCode(SECRET, code, at(begins)), step);
    assert.equal(stepOfCode(SECRET, code, at(begins + 59)), step);
    assert.equal(stepOfCode(SECRET, code, at(begins + 60)), undefined);
  });

  it('may be typed with spaces, and is nothing but six digits', () => {
    const now = at(59);
    assert.equal(stepOfCode(SECRET, ' 287 082 ', now), 1);
    for (const typed of ['', '28708', '2870822', '28708a', '٢٨٧٠٨٢', '-87082', '287082\0']) {
      assert.equal(stepOfCode(SECRET, typed, now), undefined, JSON.stringify(typed));
    }
  });
});

describe('the secret of an app', () => {
  it('has 160 random bits', () => {
    const secrets = Array.from({ length: 100 }, newSecret);
    assert.equal(new Set(secrets).size, 100);
    for (const secret of secrets) assert.match(secret, /^[A-Z2-7]{32}$/);
  });

  it('is shown in groups, and in an address that apps read', () => {
    assert.equal(inGroups('ABCDEFGHIJ'), 'ABCD EFGH IJ');
    const url = new URL(appAddress(SECRET, { issuer: 'Post: Berlin & Co', label: 'a:b@d100001.example' }));
    assert.equal(url.protocol, 'otpauth:');
    assert.equal(
      decodeURIComponent(url.pathname.replace(/^\/+(totp\/)?/, '')),
      'Post  Berlin & Co:a b@d100001.example',
    );
    assert.equal(url.searchParams.get('secret'), SECRET);
    assert.equal(url.searchParams.get('digits'), '6');
    assert.equal(url.searchParams.get('period'), '30');
  });
});
