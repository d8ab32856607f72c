import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import type { Client, Fields, Page } from '../../../test/support/client.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { clerkAt } from '../../../test/support/staff.ts';
import { BILLING_DAY, countedMail, doneOrder } from '../invoices/test-support/billing.fixture.ts';
import { giveMandate } from '../mandates/index.ts';
import { mandateInput, SIGNING } from '../mandates/sample.fixture.ts';

const portal = await testApp({ at: '2026-12-02T10:00' });
const { database, services, drain } = portal;

await doneOrder(database, { reference: 'Az. <b>12</b>/26', costCentre: '1100 Prozessabteilung' });
await countedMail(database, { product: 'LETTER_STD', pieces: 1200, day: '2026-11-02', costCentre: '1100' });
await doneOrder(database, { customer: 'D100002' });
const admin = await ctxFor({ db: database.app, jobs: services.jobs, now: BILLING_DAY, customer: 'D100002' });
await giveMandate({ ...admin, confirmedAt: admin.now }, mandateInput(), SIGNING);
let clerk = await clerkAt(portal, 'billing');

async function shows(client: Client, address: string, ...texts: readonly string[]): Promise<Page> {
  const page = await client.get(address);
  assert.equal(page.status, 200, `${address}: ${page.text.slice(0, 300)}`);
  await assertValidHtml(page.html);
  for (const text of texts) assert.ok(page.text.includes(text), `${text}\n${page.text}`);
  return page;
}

async function seesRun() {
  const preview = await shows(
    clerk,
    '/desk/rechnungen?monat=2026-11',
    '2 Firmen, zusammen voraussichtlich 871,00 € netto',
    'erste Rechnung',
    'Lastschrift',
  );
  assert.match(preview.html, /<option value="2026-11" selected/);
  await shows(clerk, '/desk/rechnungen?monat=2026-12', 'Der Monat ist noch nicht vorbei');
  await shows(clerk, '/desk/rechnungen?monat=hm', 'voraussichtlich');
  await clerk.get('/desk/rechnungen?monat=2026-11');
  const run = await clerk.submit('/desk/rechnungen/laeufe');
  assert.match(run.address, /^\/desk\/rechnungen\/laeufe\/\d+$/);
  assert.ok(run.text.includes('0 von 2 Firmen sind bearbeitet'), run.text);
  await assertValidHtml(run.html);
  const again = await clerk.post('/desk/rechnungen/laeufe', { month: '2026-11' });
  assert.equal(again.status, 409);
  assert.ok(again.text.includes('Es läuft schon eine Abrechnung'));
  await drain();
  await shows(clerk, run.address, 'Der Lauf ist fertig', 'Rechnungen ausgestellt 2');
  await shows(clerk, '/desk/rechnungen', 'ist nichts abzurechnen', 'November 2026');
}

async function findsInvoices() {
  await shows(clerk, '/desk/rechnungen/belege', 'R-2026-000001', 'R-2026-000002', '2 Belege');
  const found = await shows(clerk, '/desk/rechnungen/belege?suche=d100002', '1 Beleg');
  assert.ok(!found.text.includes('R-2026-000001'));
  await shows(clerk, '/desk/rechnungen/belege?suche=%25_%5C', 'Keine Belege gefunden');
  await shows(
    clerk,
    '/desk/rechnungen/belege/R-2026-000001',
    'Az. <b>12</b>/26',
    'Noch offen 1.025,19 €',
    'Überweisung',
  );
  const pdf = await clerk.get('/desk/rechnungen/belege/R-2026-000001/datei/pdf');
  assert.match(pdf.headers.get('content-disposition') ?? '', /Rechnung-R-2026-000001\.pdf/);
  assert.equal((await clerk.get('/desk/rechnungen/belege/R-2026-000001/datei/exe')).status, 404);
  assert.equal((await clerk.get('/desk/rechnungen/belege/R-2026-000099')).status, 404);
  assert.equal((await clerk.get('/desk/rechnungen/belege/x')).status, 404);
}

async function recordsPayment() {
  await clerk.get('/desk/rechnungen/belege/R-2026-000001');
  const wrong = await clerk.submit(/zahlung$/, { amount: 'viel', paidOn: '2027-01-01' });
  assert.equal(wrong.status, 422);
  assert.ok(wrong.text.includes('Betrag in Euro:'), wrong.text);
  assert.match(wrong.html, /value="viel"/);
  await assertValidHtml(wrong.html);
  const paid = await clerk.submit(/zahlung$/, {
    amount: '25,19',
    paidOn: '2026-12-02',
    note: 'Teilzahlung',
  });
  assert.equal(paid.status, 200);
  for (const text of ['Die Zahlung ist erfasst.', 'Noch offen 1.000,00 €', 'Teilzahlung (Carla Clerk)']) {
    assert.ok(paid.text.includes(text), `${text}\n${paid.text}`);
  }
  await shows(clerk, '/desk/rechnungen/offene-posten', '1.000,00 €', '11,31 €');
  await shows(clerk, '/desk/rechnungen/offene-posten?kunde=d%20100002', '1 Posten: 11,31 € zu bekommen');
}

async function takesBack() {
  await shows(clerk, '/desk/rechnungen/belege/R-2026-000001/korrigieren', 'Standardbrief', '1.200 Stück');
  const check = /korrigieren\/pruefen$/;
  const none = await clerk.submit(check, { reason: 'x' });
  assert.equal(none.status, 422);
  const tooMuch = await clerk.submit(check, { reason: '', 'menge-1': '1201' });
  assert.equal(tooMuch.status, 422);
  assert.ok(tooMuch.text.includes('Standardbrief:'), tooMuch.text);
  await assertValidHtml(tooMuch.html);
  assert.match(tooMuch.html, /value="1201"/);
  const preview = await clerk.submit(check, { reason: 'Falsch <b>gezählt', 'menge-1': '200' });
  await assertValidHtml(preview.html);
  for (const text of [
    'Korrektur zu Rechnung R-2026-000001 prüfen',
    '200 Stück',
    'Brutto 168,98 €',
    'Falsch <b>gezählt',
    'Von der Rechnung offen, jetzt 1.000,00 €',
    'und nach der Korrektur 831,02 €',
  ]) {
    assert.ok(preview.text.includes(text), `${text}\n${preview.text}`);
  }
  const changed = /href="([^"]*korrigieren\?[^"]*)"/.exec(preview.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.match((await clerk.get(changed)).html, /value="200"/);
  await clerk.submit(check, { reason: 'Falsch gezählt' });
  const form = clerk.page.forms.find(({ action }) => /korrigieren$/.test(action));
  const corrected = await clerk.submit(/korrigieren$/);
  assert.ok(corrected.text.includes('Die Rechnungskorrektur ist ausgestellt.'), corrected.text);
  assert.ok(corrected.address.includes('G-2026-000001'));
  // the same form once more takes nothing back a second time
  const twice = await clerk.post(form?.action ?? '', Object.fromEntries(form?.fields ?? []));
  assert.equal(twice.status, 409);
  assert.ok(twice.text.includes('Jemand war schneller'), twice.text);
  await drain();
  await shows(clerk, '/desk/rechnungen/belege/G-2026-000001', 'zu Rechnung R-2026-000001', 'Falsch gezählt');
  await shows(clerk, '/desk/rechnungen/belege/R-2026-000001', 'davon zurückgenommen: 200', 'korrigiert');
  await shows(clerk, '/desk/rechnungen/belege/R-2026-000001/stornieren', 'stornieren', '1.000 Stück');
  const unexplained = await clerk.submit(/stornieren$/, { reason: ' ' });
  assert.equal(unexplained.status, 422);
  const cancelled = await clerk.submit(/stornieren$/, { reason: 'Falsche Firma', again: 'on' });
  assert.ok(cancelled.text.includes('Die Stornorechnung ist ausgestellt.'), cancelled.text);
  await drain();
  await shows(clerk, '/desk/rechnungen/belege/R-2026-000001', 'storniert', 'Guthaben der Firma 25,19 €');
  assert.equal((await clerk.get('/desk/rechnungen/belege/G-2026-000001/stornieren')).status, 404);
}

async function collects() {
  await shows(clerk, '/desk/rechnungen/lastschriften', '1 Lastschrift über 11,31 €', 'Noch keine Datei');
  const made = await clerk.submit('/desk/rechnungen/lastschriften', { scheme: 'CORE' });
  assert.ok(made.text.includes('Die Datei ist erzeugt.'), made.text);
  await assertValidHtml(made.html);
  const { address } = made;
  const file = await clerk.submit(/lastschriften\/L-/);
  assert.equal(file.headers.get('content-type'), 'application/xml');
  assert.match(file.html, /<CstmrDrctDbtInitn>/);
  await shows(clerk, address, 'Carla Clerk', 'Erneut herunterladen');
  const refused = await clerk.submit(/lastschriften\/L-/);
  assert.equal(refused.status, 422);
  await clerk.get(address);
  assert.equal((await clerk.submit(/lastschriften\/L-/, { reason: 'Nicht angekommen' })).status, 200);
  await drain();
  portal.clock.advance({ hours: 24 * 20 });
  clerk = await clerkAt(portal, 'billing');
  await shows(
    clerk,
    '/desk/rechnungen/belege/R-2026-000002',
    'Lastschrift am 16.12.2026',
    'Noch offen 0,00 €',
  );
  const back = await clerk.submit(/ruecklastschrift$/, { returnedOn: '2026-12-18', reason: 'AM04' });
  assert.ok(back.text.includes('AM04: keine Deckung'), back.text);
  await shows(clerk, '/desk/rechnungen/offene-posten', 'Rücklastschrift');
}

async function reminds() {
  await shows(clerk, '/desk/rechnungen/mahnungen', 'D100002', 'noch nie');
  const written = await clerk.submit('/desk/rechnungen/mahnungen', { customer: 'D100002' });
  assert.match(written.text, /Die Zahlungserinnerung M-2026-\d{6} liegt bei den Dokumenten der Firma/);
  assert.equal((await clerk.post('/desk/rechnungen/mahnungen', { customer: 'D999999' })).status, 404);
  assert.equal((await clerk.post('/desk/rechnungen/mahnungen', { customer: 'D100003' })).status, 409);
}

async function inEnglish() {
  await database.owner.sql("update staff_account set language = 'en'");
  for (const [address, text] of [
    ['/desk/rechnungen', 'Invoices'],
    ['/desk/rechnungen/belege', 'Documents'],
    ['/desk/rechnungen/belege/R-2026-000002', 'Payments and debits'],
    ['/desk/rechnungen/offene-posten', 'Open items'],
    ['/desk/rechnungen/lastschriften', 'Direct debits'],
    ['/desk/rechnungen/mahnungen', 'Reminders'],
  ] as const) {
    const page = await shows(clerk, address, text);
    assert.doesNotMatch(page.text, /Rechnung\b|Firmen|Betrag|fällig/, page.text);
  }
  await database.owner.sql("update staff_account set language = 'de'");
}

const HOSTILE = [
  '',
  "'; drop table invoice; --",
  '<script>alert(1)</script>',
  'a\u0000b',
  'x'.repeat(9000),
  '-1',
  '1e9',
  '9'.repeat(25),
  '../../x',
  '%00',
];

async function hostile() {
  const count = () =>
    database.owner.sql(
      'select (select count(*) from invoice) as a, (select count(*) from payment) as b, (select count(*) from debit_file) as c, (select count(*) from invoice_run) as d',
    );
  const before = await count();
  for (const bad of HOSTILE) {
    const forms: readonly [string, Fields][] = [
      ['/desk/rechnungen/laeufe', { month: bad, without: [bad, bad] }],
      ['/desk/rechnungen/lastschriften', { scheme: bad }],
      ['/desk/rechnungen/mahnungen', { customer: bad }],
      [
        '/desk/rechnungen/belege/R-2026-000002/zahlung',
        { kind: 'transfer', amount: bad, paidOn: bad, note: bad, key: bad },
      ],
      ['/desk/rechnungen/belege/R-2026-000002/ruecklastschrift', { returnedOn: bad, reason: bad }],
      [
        '/desk/rechnungen/belege/R-2026-000002/korrigieren',
        { 'menge-1': bad || 'x', reason: bad, seen: bad },
      ],
      ['/desk/rechnungen/belege/R-2026-000001/stornieren', { reason: bad || ' ' }],
    ];
    for (const [address, fields] of forms) {
      await clerk.get('/desk/rechnungen');
      const page = await clerk.post(address, fields);
      assert.ok(page.status >= 400 && page.status < 500, `${address} ${bad.slice(0, 30)}: ${page.status}`);
      assert.doesNotMatch(page.html, /<script>alert/);
    }
    for (const list of ['belege?suche=', 'offene-posten?kunde=', 'belege?seite=', '?monat=']) {
      const page = await clerk.get(
        `/desk/rechnungen${list.startsWith('?') ? '' : '/'}${list}${encodeURIComponent(bad)}`,
      );
      assert.equal(page.status, 200, `${list}${bad.slice(0, 30)}`);
      assert.doesNotMatch(page.html, /<script>alert/);
    }
    const query = new URLSearchParams({ 'menge-1': bad || 'x', reason: bad });
    const unchecked = await clerk.get(`/desk/rechnungen/belege/R-2026-000002/korrigieren/pruefen?${query}`);
    assert.equal(unchecked.status, 422, bad.slice(0, 30));
    assert.doesNotMatch(unchecked.html, /<script>alert/);
    for (const path of ['laeufe', 'belege', 'lastschriften']) {
      const page = await clerk.get(`/desk/rechnungen/${path}/${encodeURIComponent(bad || 'x')}`);
      assert.ok([404, 400].includes(page.status), `${path} ${bad.slice(0, 30)}: ${page.status}`);
    }
  }
  assert.deepEqual(await count(), before);
}

describe('the billing clerk', () => {
  // one test, because each step stands on the one before
  it('goes from the preview over invoices, payments, corrections and debits to a reminder', async () => {
    await seesRun();
    await findsInvoices();
    await recordsPayment();
    await takesBack();
    await collects();
    await reminds();
    await inEnglish();
    await hostile();
  });
});
