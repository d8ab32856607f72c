import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { addPerson } from '../../../test/support/people.ts';
import { transaction } from '../../platform/context.ts';
import { type NewDocument, storeDocument } from './index.ts';
import { sampleDocument } from './test-support/documents.fixture.ts';

const PLACE = '/rechnungen-und-berichte';
const portal = await testApp();
const { database } = portal;

async function store(document: Partial<NewDocument>, customer = 'D100001', to: TestApp = portal) {
  const services = { db: to.services.db, jobs: to.services.jobs };
  const person = await ctxFor({ ...services, customer });
  const ctx = carrierCtx({ ...services, customer: person.customer });
  await transaction(ctx, (tx) => storeDocument(tx, ctx, sampleDocument(document)));
}

const pdf = (text: string) => ({ pdf: { name: `${text}.pdf`, bytes: Buffer.from(`%PDF-1.7 ${text}`) } });
const date = (text: string) => Temporal.PlainDate.from(text);

await store({
  number: 'R-2026-000001',
  sums: { net: 10_000, gross: 11_900 },
  dueOn: date('2026-11-16'),
  files: { ...pdf('eins'), xml: { name: 'eins.xml', bytes: Buffer.from('<script>alert(1)</script>') } },
});
await store({
  number: 'R/2026/2',
  title: '<b>Nachtrag</b>',
  documentDate: date('2026-11-19'),
  period: undefined,
  state: { is: 'debited', on: date('2026-12-15') },
  files: pdf('zwei'),
});
await store({ number: 'WB-2026-W47-D100001', kind: 'weekly-report', files: pdf('drei') });
await store({ number: 'R-2026-000009', files: pdf('fremd') }, 'D100002');

await addPerson(database, { email: 'view@d100001.example', rights: ['documents.view'] });
await addPerson(database, { email: 'load@d100001.example', rights: ['documents.download'] });

async function as(email: string) {
  const client = portal.client();
  await client.signIn('D100001', email);
  return client;
}
const admin = await as('admin@d100001.example');

const auditCount = async (action: string) => {
  const [row] = await database.owner.sql<{ n: number }>(
    'select count(*)::int as n from audit_entry where action = $1',
    [action],
  );
  return row?.n ?? 0;
};

describe('what is left to pay', () => {
  const standing = async (open: number, state: string) => {
    await database.owner.sql(
      "update document set open_cents = $1, state = $2 where number = 'R-2026-000001'",
      [open, state],
    );
    const list = await admin.get(PLACE);
    const year = await admin.get(`${PLACE}/jahr?jahr=2026`);
    const csv = await admin.get(`${PLACE}/liste.csv?folder=invoices&search=R-2026-000001`);
    const filtered = await admin.get(`${PLACE}?state=open`);
    await database.owner.sql(
      "update document set open_cents = 11900, state = 'open' where number = 'R-2026-000001'",
    );
    return { list: list.text, year: year.text, csv: csv.text, filtered: filtered.text };
  };

  const openIn = (page: string) => {
    const [, euros = '', cents = ''] = /Davon offen ([\d.]+),(\d\d)/.exec(page) ?? [];
    return Number(`${euros.replaceAll('.', '')}.${cents}`);
  };

  it('is said of what was paid or corrected in part, and summed up over the year', async () => {
    for (const state of ['open', 'corrected']) {
      const shown = await standing(5000, state);
      assert.match(shown.list, /Fällig seit 16\.11\.2026\s*noch 50,00\s€ offen/);
      assert.equal(openIn(shown.year), openIn((await standing(0, state)).year) + 50);
      assert.match(shown.csv, /;50(,00)?;/);
      assert.ok(shown.filtered.includes('R-2026-000001'));
    }
  });

  it('is a credit of what was paid too much', async () => {
    const shown = await standing(-100, 'paid');
    assert.match(shown.list, /Bezahlt\s*Guthaben 1,00/);
    assert.ok(!shown.filtered.includes('R-2026-000001'));
  });
});

describe('the lists', () => {
  it('show each tab its own, with what became of it, and never another firm’s', async () => {
    const page = await admin.get(PLACE);
    for (const part of ['R-2026-000001', '119,00', 'Fällig seit 16.11.2026', 'Abbuchung am 15.12.2026']) {
      assert.ok(page.text.includes(part), part);
    }
    assert.ok(page.html.includes('&lt;b>Nachtrag') || page.html.includes('&lt;b&gt;Nachtrag'));
    assert.ok(!page.text.includes('WB-2026') && !page.text.includes('R-2026-000009'));
    await assertValidHtml(page.html);
    const reports = await admin.get(`${PLACE}/wochenberichte`);
    assert.ok(reports.text.includes('WB-2026-W47-D100001') && !reports.text.includes('R-2026-000001'));
    const receipts = await admin.get(`${PLACE}/belege`);
    assert.ok(receipts.text.includes('Noch kein Beleg'));
  });

  for (const [filter, found, missing] of [
    ['search=000001', 'R-2026-000001', 'R/2026/2'],
    ['search=nachTRAG', 'R/2026/2', 'R-2026-000001'],
    ['state=debited', 'R/2026/2', 'R-2026-000001'],
    ['from=2026-11-30', 'R-2026-000001', 'R/2026/2'],
    ['from=2026-11-01&to=2026-11-19&search=2026%2F', 'R/2026/2', 'R-2026-000001'],
  ] as const) {
    it(`are narrowed by ${filter}, in the CSV as well`, async () => {
      for (const address of [`${PLACE}?${filter}`, `${PLACE}/liste.csv?folder=invoices&${filter}`]) {
        const { html } = await admin.get(address);
        assert.ok(html.includes(found), `${address} shows ${found}`);
        assert.ok(!html.includes(missing), `${address} hides ${missing}`);
      }
    });
  }

  it('take whatever stands in the address', async () => {
    const hostile = [
      "'",
      '%',
      '_',
      '\\',
      'x'.repeat(5000),
      '\u0000',
      '-1',
      '2026-02-30',
      '99991231-1',
      '20260230-1',
    ];
    for (const name of [
      'from',
      'to',
      'search',
      'costCentre',
      'state',
      'unread',
      'older',
      'newer',
      'folder',
    ]) {
      for (const value of hostile) {
        for (const path of [PLACE, `${PLACE}/liste.csv`, `${PLACE}/zip`]) {
          const page = await admin.get(`${path}?${new URLSearchParams({ [name]: value })}`);
          assert.ok(page.status < 500, `${path} ${name}=${value.slice(0, 20)}: ${page.status}`);
        }
      }
    }
  });
});

describe('the mark "new"', () => {
  it('is a person’s own, goes with looking at it, and with one button from all', async () => {
    const reader = await as('view@d100001.example');
    await database.owner.sql(
      "update person set created_at = '2026-01-01' where email = 'view@d100001.example'",
    );
    const before = await reader.get(PLACE);
    assert.ok(before.text.includes('2 neu'));
    await reader.get(`${PLACE}/R-2026-000001`);
    const after = await reader.get(PLACE);
    assert.ok(after.text.includes('1 neu'));
    const only = await reader.get(`${PLACE}?unread=1`);
    assert.ok(!only.text.includes('R-2026-000001') && only.text.includes('R/2026/2'));
    const marked = await reader.post(`${PLACE}/gelesen`, { folder: 'invoices' });
    assert.ok(marked.text.includes('als gelesen markiert'));
    assert.doesNotMatch(marked.text, /Rechnungen \d neu/);
    assert.ok((await reader.get(`${PLACE}/wochenberichte`)).text.includes('1 neu'));
  });
});

describe('looking at a document', () => {
  it('shows its facts and its PDF in a frame that can do nothing', async () => {
    const page = await admin.get(`${PLACE}/R-2026-000001`);
    assert.equal(page.status, 200);
    assert.match(page.headers.get('content-security-policy') ?? '', /frame-src 'self'/);
    await assertValidHtml(page.html);
    const preview = await admin.get(`${PLACE}/R-2026-000001/vorschau`);
    assert.equal(preview.headers.get('content-type'), 'application/pdf');
    assert.match(preview.headers.get('content-disposition') ?? '', /^inline; filename="eins.pdf"/);
    assert.equal(preview.headers.get('x-content-type-options'), 'nosniff');
    assert.match(preview.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'/);
  });

  it('works for a number with slashes', async () => {
    const page = await admin.get(`${PLACE}/${encodeURIComponent('R/2026/2')}`);
    assert.ok(page.text.includes('Rechnung R/2026/2'));
    const file = await admin.get(`${PLACE}/${encodeURIComponent('R/2026/2')}/pdf`);
    assert.equal(file.html, '%PDF-1.7 zwei');
  });

  it('never shows XML, which is a file to save', async () => {
    const xml = await admin.get(`${PLACE}/R-2026-000001/xml`);
    assert.match(xml.headers.get('content-disposition') ?? '', /^attachment/);
    assert.equal(xml.headers.get('x-content-type-options'), 'nosniff');
    assert.match(xml.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  });
});

describe('the two rights', () => {
  const ways = {
    view: [
      PLACE,
      `${PLACE}/wochenberichte`,
      `${PLACE}/liste.csv`,
      `${PLACE}/R-2026-000001`,
      `${PLACE}/R-2026-000001/vorschau`,
    ],
    download: [
      `${PLACE}/R-2026-000001/pdf`,
      `${PLACE}/R-2026-000001/xml`,
      `${PLACE}/zip?nummer=R-2026-000001`,
    ],
  };
  for (const [right, email] of [
    ['view', 'view@d100001.example'],
    ['download', 'load@d100001.example'],
  ] as const) {
    it(`${right} alone opens its own doors and not the others'`, async () => {
      const client = await as(email);
      for (const [needed, addresses] of Object.entries(ways)) {
        for (const address of addresses) {
          const page = await client.get(address);
          assert.equal(page.status, needed === right ? 200 : 403, address);
        }
      }
    });
  }

  it('do not open another firm’s documents', async () => {
    for (const way of ['', '/vorschau', '/pdf', '/xml']) {
      assert.equal((await admin.get(`${PLACE}/R-2026-000009${way}`)).status, 404, way);
    }
    assert.equal((await admin.get(`${PLACE}/zip?nummer=R-2026-000009`)).status, 404);
  });
});

describe('taking documents along', () => {
  it('is in the audit log, each time and file', async () => {
    const before = await auditCount('document.download');
    await admin.get(`${PLACE}/R-2026-000001/pdf`);
    await admin.get(`${PLACE}/R-2026-000001/pdf`);
    assert.equal(await auditCount('document.download'), before + 2);
    await admin.get(`${PLACE}/zip?nummer=R-2026-000001&nummer=R-2026-000009`);
    assert.equal(
      await auditCount('document.download'),
      before + 4,
      'its two files, and nothing of the other firm',
    );
  });

  it('packs what was ticked, or everything that fits', async () => {
    const ticked = await admin.get(`${PLACE}/zip?nummer=R-2026-000001&nummer=R-2026-000009&nummer=x`);
    assert.equal(ticked.headers.get('content-type'), 'application/zip');
    assert.ok(ticked.html.includes('eins.pdf') && ticked.html.includes('eins.xml'));
    assert.ok(!ticked.html.includes('fremd.pdf') && !ticked.html.includes('zwei.pdf'));
    const all = await admin.get(`${PLACE}/zip?folder=invoices&state=debited`);
    assert.ok(all.html.includes('zwei.pdf') && !all.html.includes('eins.pdf'));
  });

  it('of nothing is not found', async () => {
    assert.equal((await admin.get(`${PLACE}/zip`)).status, 404);
    assert.equal((await admin.get(`${PLACE}/zip?nummer=`)).status, 404);
    assert.equal((await admin.get(`${PLACE}/zip?folder=receipts`)).status, 404);
  });
});

describe('the year', () => {
  it('adds up what was charged and handed over, as pictures with their tables', async () => {
    await store({
      number: 'R-2026-000050',
      sums: { net: 30_000, gross: 35_700 },
      shares: [
        { label: '1100 Prozesse', net: 20_000 },
        { label: '', net: 10_000 },
      ],
      files: pdf('jahr'),
    });
    await store({
      number: 'G-2026-000001',
      kind: 'credit-note',
      sums: { net: -1000, gross: -1190 },
      files: pdf('g'),
    });
    await database.owner.sql(
      `insert into mail_volume (customer_id, service_date, product_code, pieces, weight_grams, source, clerk_name, created_at)
       select id, '2026-03-02', 'LETTER_STD', case number when 'D100001' then 1234 else 7777 end, 0, 'typed', 'x', now()
       from customer`,
    );
    const page = await admin.get(`${PLACE}/jahr`);
    // 100,00 of the first, 300,00 of this one, 10,00 given back; the one without sums counts for nothing
    for (const part of [
      'Das Jahr 2026',
      '390,00',
      '464,10',
      '1100 Prozesse',
      '200,00',
      'März 2026',
      '1.234',
    ]) {
      assert.ok(page.text.includes(part), `${part}\n${page.text}`);
    }
    assert.ok(!page.text.includes('7.777'), 'nothing of other firms');
    assert.equal(page.html.match(/role="img"/g)?.length, 2);
    await assertValidHtml(page.html);
    for (const year of ['1999', 'x', '-1', '99999']) {
      assert.equal((await admin.get(`${PLACE}/jahr?jahr=${year}`)).status, 200);
    }
  });
});
