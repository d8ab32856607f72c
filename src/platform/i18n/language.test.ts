import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLanguage, negotiateLanguage, type Words } from './language.ts';

describe('language of a visitor', () => {
  const cases: [header: string | undefined, language: string][] = [
    [undefined, 'de'],
    ['', 'de'],
    ['*', 'de'],
    ['fr-FR,fr', 'de'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,de;q=0.8', 'en'],
    ['de-AT, en;q=0.9', 'de'],
    ['fr, en;q=0.4, de;q=0.3', 'en'],
    ['en;q=0', 'de'],
    ['en;q=nonsense', 'de'],
    ['EN-us;Q=0.7', 'en'],
    [';;;,,,=;q', 'de'],
    [`${'x,'.repeat(100_000)}en`, 'de'],
  ];
  for (const [header, language] of cases) {
    it(`${String(header).slice(0, 40)} → ${language}`, () =>
      assert.equal(negotiateLanguage(header), language));
  }

  it('knows its own languages', () => {
    assert.deepEqual(['de', 'en', 'fr', '', undefined, 'DE'].map(isLanguage), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('translations', () => {
  const de = { title: 'Aufträge', list: { count: (n: number) => `${n} Aufträge` } };

  it('that are complete compile', () => {
    const en: Words<typeof de> = { title: 'Orders', list: { count: (n) => `${n} orders` } };
    assert.equal(en.list.count(3), '3 orders');
  });

  it('that are not do not', () => {
    // @ts-expect-error A key is missing.
    const missing: Words<typeof de> = { title: 'Orders', list: {} };
    // @ts-expect-error A key that German does not have.
    const extra: Words<typeof de> = { title: 'Orders', list: { count: () => '' }, more: '' };
    // @ts-expect-error Another type of parameter.
    const wrong: Words<typeof de> = { title: 'Orders', list: { count: (n: string) => n } };
    // @ts-expect-error A parameter that nobody passes.
    const longer: Words<(typeof de)['list']> = { count: (n: number, more: number) => `${n}${more}` };
    // @ts-expect-error A number is no word.
    const number: Words<typeof de> = { title: 3, list: { count: () => '' } };
    assert.equal([missing, extra, wrong, longer, number].length, 5);
  });
});
