import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { seal, Unsealable, unseal } from './index.ts';

const KEY = 'a key of the configuration, long enough to be one';
const OTHER_KEY = 'another key of the configuration, also long enough';

test('what is sealed opens again, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string(), (plaintext, owner) => {
      assert.equal(unseal(KEY, 'totp', seal(KEY, 'totp', plaintext, owner), owner), plaintext);
    }),
  );
});

test('the same text is never sealed to the same bytes', () => {
  assert.notDeepEqual(seal(KEY, 'totp', 'text'), seal(KEY, 'totp', 'text'));
});

test('the text cannot be seen in the sealed bytes', () => {
  assert.equal(seal(KEY, 'iban', 'DE89370400440532013000').includes('DE89'), false);
});

test('another key, purpose or owner does not open it', () => {
  const sealed = seal(KEY, 'totp', 'text', 'person 1');
  assert.throws(() => unseal(OTHER_KEY, 'totp', sealed, 'person 1'), /another APP_KEY/);
  assert.throws(() => unseal(KEY, 'iban', sealed, 'person 1'), Unsealable);
  assert.throws(() => unseal(KEY, 'totp', sealed, 'person 2'), Unsealable);
});

test('a change of any one byte, or a cut, is noticed', () => {
  const sealed = seal(KEY, 'totp', 'some text', 'person 1');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] as number) ^ 1;
    assert.throws(() => unseal(KEY, 'totp', changed, 'person 1'), Unsealable, `byte ${at}`);
    assert.throws(() => unseal(KEY, 'totp', sealed.subarray(0, at), 'person 1'), Unsealable, `cut at ${at}`);
  }
});
