import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatsFor } from '../i18n/index.ts';
import { valueWords } from './value-words.ts';
import { wordedChange } from './worded-change.ts';

const formats = { de: formatsFor('de', 'Europe/Berlin'), en: formatsFor('en', 'Europe/Berlin') };
const one = (value: unknown, name = 'x', language: 'de' | 'en' = 'de') =>
  wordedChange({ before: null, after: { [name]: value } }, formats[language])[0];

describe('what an entry of the audit log says', () => {
  it('names each value once, with what it was and is', () => {
    assert.deepEqual(
      wordedChange(
        { before: { tour: 'Mitte 1', driver: '' }, after: { tour: 'Süd 2', reason: 'Stau' } },
        formats.de,
      ),
      [
        { name: 'Tour', before: 'Mitte 1', after: 'Süd 2' },
        { name: 'Fahrer', before: '–', after: undefined },
        { name: 'Grund', before: undefined, after: 'Stau' },
      ],
    );
    assert.deepEqual(wordedChange({ before: null, after: null }, formats.en), []);
  });

  it('puts amounts, times, dates, truth and lists into words', () => {
    assert.equal(one(61_875, 'gross')?.after, formats.de.money(61_875));
    assert.equal(one(null, 'aboveCents')?.after, '–');
    assert.equal(one('2026-11-26T21:48:12.084145996Z')?.after, 'Do., 26.11.2026, 22:48 Uhr');
    assert.equal(one('2026-11-26', 'x', 'en')?.after, '26 Nov 2026');
    assert.equal(one('2026-11-12T08:00')?.after, '12.11.2026, 08:00');
    assert.equal(one('16:00:00')?.after, '16:00');
    assert.equal(one(true)?.after, 'ja');
    assert.equal(one([1, 5], 'weekdays', 'en')?.after, 'Monday, Friday');
    assert.equal(one([], 'rights')?.after, '–');
    assert.equal(
      one([{ product: 'PRELABEL_ROLL_1000', quantity: 4 }], 'lines', 'en')?.after,
      'Product PRELABEL_ROLL_1000 · Quantity 4',
    );
  });

  it('leaves what looks like a date and is none as it is, and calls a value without words by its name', () => {
    for (const typed of [
      '<b>2026-11-26</b>',
      '2026-99-99',
      '2026-11-26T99:00',
      '2026-11-26T99:00:00Z',
      '25:61:00',
    ]) {
      assert.equal(one(typed)?.after, typed);
    }
    assert.equal(one('x', 'somethingNew')?.name, 'something new');
  });

  it('has words of the values in both languages', () => {
    for (const [name, { de, en }] of Object.entries(valueWords)) assert.ok(de && en, name);
  });
});
