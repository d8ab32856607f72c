import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isOneTimePassword, makeOneTimePassword, oneTimeHash } from './one-time-password.ts';

it('makes one-time passwords that can be read aloud and are never the same', () => {
  const made = Array.from({ length: 200 }, makeOneTimePassword);
  for (const one of made) assert.match(one, /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  assert.equal(new Set(made).size, made.length);
});

it('forgives how it is typed', () => {
  const hash = oneTimeHash('K7QF-93MX-2B8L');
  for (const typed of [
    'k7qf93mx2b8l',
    ' K7QF 93MX 2B8L ',
    'K7QF–93MX–2B8L',
    'k7qf-93mx-2b81',
    'K7QF-93MX-2B8I\u200b',
  ]) {
    assert.equal(isOneTimePassword(typed, hash), true, typed);
  }
  for (const typed of ['', 'K7QF-93MX-2B8M', 'K7QF-93MX', 'K7QF-93MX-2B8L2']) {
    assert.equal(isOneTimePassword(typed, hash), false, typed);
  }
});
