import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strengthOf } from './client/enhance/strength.ts';

describe('the hint beside a new password', () => {
  const cases: [string, string][] = [
    ['', 'short'],
    ['neunzeich', 'short'],
    ['📮📮📮📮📮', 'short'],
    ['zehn zeich', 'enough'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'monotonous'],
    ['121212121212', 'monotonous'],
    ['vierzehn zeich', 'good'],
    ['zwei grüne Gießkannen', 'strong'],
  ];
  for (const [password, expected] of cases) {
    it(`${password || 'nothing'}: ${expected}`, () => assert.equal(strengthOf(password, 10), expected));
  }
});
