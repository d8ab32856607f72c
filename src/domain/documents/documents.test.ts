import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DOCUMENT_KINDS, FOLDER_OF, firstState } from './kinds.ts';
import { isNews } from './news.ts';
import { retainUntil } from './retention.ts';

const date = (text: string) => Temporal.PlainDate.from(text);

describe('how long a document is kept', () => {
  for (const [kind, made, until] of [
    ['invoice', '2026-12-31', '2034-12-31'],
    ['invoice', '2027-01-01', '2035-12-31'],
    ['weekly-report', '2026-01-01', '2034-12-31'],
    ['receipt', '2028-02-29', '2036-12-31'],
    ['reminder', '2026-06-15', '2032-12-31'],
  ] as const) {
    it(`${kind} of ${made}: until ${until}`, () => {
      assert.equal(retainUntil(kind, date(made)).toString(), until);
    });
  }
});

describe('news', () => {
  for (const [made, is] of [
    ['2026-11-08', false],
    ['2026-11-09', true],
    ['2026-11-23', true],
    ['2026-12-01', true],
  ] as const) {
    it(`a document of ${made} ${is ? 'is' : 'is not'} on 23 November`, () => {
      assert.equal(isNews(date(made), Temporal.Instant.from('2026-11-23T09:00:00Z')), is);
    });
  }
});

describe('the first state', () => {
  it('is open where money is owed or given back, and none elsewhere', () => {
    const open = DOCUMENT_KINDS.filter((kind) => firstState(kind) === 'open');
    assert.deepEqual(open, ['invoice', 'correction', 'cancellation', 'credit-note']);
    assert.ok(open.every((kind) => FOLDER_OF[kind] === 'invoices'));
  });
});
