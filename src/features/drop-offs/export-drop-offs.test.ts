import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { readCsv } from '../../platform/csv/index.ts';
import { bookDropOff } from './book-drop-off.ts';
import { changeDropOff } from './change/change-drop-off.ts';
import { adInput, dropOffInput } from './test-support/sample.fixture.ts';

const portal = await testApp({ at: '2026-11-23T10:00' });
const admin = await ctxFor({ db: portal.services.db, jobs: portal.services.jobs });

describe('the list of drop-offs as a file', () => {
  it('has every mailing of the newest version, the newest drop-off first, for the firm alone', async () => {
    const [first] = await bookDropOff(admin, dropOffInput());
    const [second] = await bookDropOff(admin, adInput());
    const items = { LETTER_STD: { pieces: 700, grams: 20 }, LETTER_LARGE: { pieces: 30, grams: 120 } };
    const { kind: _, ...answers } = dropOffInput({ items });
    await changeDropOff(admin, { ...answers, key: randomUUID(), number: first?.number, version: 1 });
    const browser = portal.client();
    await browser.signIn('D100001', 'mitarbeit@d100001.example');
    const page = await browser.get('/einlieferungen');
    await assertValidHtml(page.html);
    assert.ok(page.html.includes('/einlieferungen/export.xlsx'));
    const file = await browser.get('/einlieferungen/export.csv');
    const rows = readCsv(file.html).rows.slice(1);
    assert.deepEqual(
      rows.map(({ cells }) => [cells[0], cells[5], cells[10]]),
      [
        [second?.number, 'Depot Kreuzberg', '1000'],
        [first?.number, 'Depot Kreuzberg', '700'],
        [first?.number, 'Depot Kreuzberg', '30'],
      ],
    );
    assert.match(rows[0]?.cells[6] ?? '', /^EL-/);
    assert.equal((await browser.get('/einlieferungen/export.xlsx')).status, 200);
    const stranger = portal.client();
    await stranger.signIn('D100002', 'admin@d100002.example');
    assert.ok(!(await stranger.get('/einlieferungen/export.csv')).html.includes(first?.number ?? '-'));
  });
});
