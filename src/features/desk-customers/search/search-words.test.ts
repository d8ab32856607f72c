import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readSearch } from './search-words.ts';

for (const [typed, expected] of [
  ['', { kind: 'all' }],
  ['  a ', { kind: 'all' }],
  ['D100001', { kind: 'customer-number', prefix: 'D100001' }],
  [' d 1000 ', { kind: 'customer-number', prefix: 'D1000' }],
  ['a-2026-42', { kind: 'order-number', number: 'A-2026-000042' }],
  ['A-2026-1234567', { kind: 'order-number', number: 'A-2026-1234567' }],
  ['k-2026-000007', { kind: 'inquiry-number', number: 'K-2026-000007' }],
  ['Kanzlei  Berlin', { kind: 'words', words: ['kanzlei', 'berlin'], whole: 'kanzlei  berlin' }],
  ['a b müller', { kind: 'words', words: ['müller'], whole: 'a b müller' }],
] as const) {
  it(`"${typed}" is ${expected.kind}`, () => assert.deepEqual(readSearch(typed), expected));
}

it('keeps a long text short', () => {
  const search = readSearch('eins zwei drei vier fünf sechs');
  assert.equal(search.kind === 'words' && search.words.length, 4);
});
