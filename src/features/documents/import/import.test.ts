import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { carrierCtx, ctxFor } from '../../../../test/support/context.ts';
import { assertRefused } from '../../../../test/support/refused.ts';
import { clerkAt, clerkCtx } from '../../../../test/support/staff.ts';
import { MOST_FILE_BYTES } from '../../../domain/documents/index.ts';
import { documentHandlers, importFolder } from '../index.ts';
import { importDocument } from './import-document.ts';

const pdfOf = (text: string) => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);
const facts = (changes: Record<string, unknown> = {}) => ({
  customer: 'd 100001',
  kind: 'invoice',
  number: 'ALT-2025-17',
  date: '2025-12-01',
  net: '1.50',
  gross: '1,79',
  ...changes,
});

async function setting(t: Parameters<typeof testApp>[1]) {
  const portal = await testApp({}, t);
  const { db, jobs } = portal.services;
  const ctx = carrierCtx({ db, jobs });
  return {
    portal,
    ctx,
    take: (changes: Record<string, unknown> = {}, pdf: Buffer = pdfOf('x'), xml?: Buffer) =>
      importDocument(ctx, { facts: facts(changes), pdf, xml }),
    numbers: async () =>
      (
        await portal.database.owner.sql<{ number: string }>('select number from document order by number')
      ).map(({ number }) => number),
    folder: () => mkdtemp(path.join(tmpdir(), 'import-')),
  };
}
const invalid = (field: string, problem: string) =>
  ({ code: 'invalid', fields: [{ field, problem }] }) as never;

describe('taking a document over', () => {
  it('stores it as it is; the same once more is known, at whatever door', async (t) => {
    const { take, portal } = await setting(t);
    assert.deepEqual(await take({ costCentre: 'X9' }), { number: 'ALT-2025-17', outcome: 'stored' });
    assert.deepEqual(await take(), { number: 'ALT-2025-17', outcome: 'known' });
    const [row] = await portal.database.owner.sql<Record<string, unknown>>(
      `select source, d.net_cents, gross_cents, state, cost_centre_label as label from document d
       join document_share s on s.document_id = d.id`,
    );
    assert.deepEqual(row, {
      source: 'imported',
      net_cents: 150,
      gross_cents: 179,
      state: 'open',
      label: 'X9',
    });
  });

  it('refuses what does not fit, by field', async (t) => {
    const { take, numbers } = await setting(t);
    for (const [field, problem, changes] of [
      ['customer', 'unknown-customer', { customer: 'D999999' }],
      ['customer', 'not-a-customer-number', { customer: 'X' }],
      ['customer', 'required', { customer: '' }],
      ['kind', 'unknown', { kind: 'love-letter' }],
      ['number', 'unreadable', { number: '../../etc/passwd' }],
      ['number', 'too-long', { number: 'A'.repeat(41) }],
      ['date', 'not-a-date', { date: '2025-02-30' }],
      ['title', 'too-long', { title: 'x'.repeat(201) }],
      ['net', 'not-an-amount', { net: '1e3' }],
      ['gross', 'required', { gross: '' }],
      ['periodTo', 'required', { periodFrom: '2025-11-01' }],
      ['periodTo', 'before-start', { periodFrom: '2025-11-02', periodTo: '2025-11-01' }],
      ['corrects', 'unknown-document', { corrects: 'R-0' }],
      ['gross', 'net-above-gross', { net: '500', gross: '5' }],
      ['gross', 'net-above-gross', { net: '5', gross: '-6' }],
      ['state', 'knows-no-state', { kind: 'receipt', state: 'paid' }],
      ['stateOn', 'knows-no-state', { kind: 'weekly-report', stateOn: '2025-12-02' }],
      ['state', 'required', { stateOn: '2025-12-02' }],
      ['state', 'unknown', { state: 'stolen' }],
    ] as const) {
      await assert.rejects(
        take(changes),
        (error: { refusal?: { fields?: { field: string; problem: string }[] } }) =>
          error.refusal?.fields?.some((one) => one.field === field && one.problem === problem) ?? false,
        `${field}: ${problem}`,
      );
    }
    assert.deepEqual(await numbers(), []);
  });

  it('refuses files that are not what they should be', async (t) => {
    const { take } = await setting(t);
    const problems = async (pdf: Buffer, xml?: Buffer) => {
      try {
        await take({}, pdf, xml);
        return [];
      } catch (error) {
        const { fields } = (error as { refusal: { fields: { field: string; problem: string }[] } }).refusal;
        return fields.map(({ field, problem }) => `${field}: ${problem}`);
      }
    };
    assert.deepEqual(await problems(Buffer.alloc(0)), ['pdf: required']);
    assert.deepEqual(await problems(Buffer.from('<html><script>alert(1)</script>')), ['pdf: not-a-pdf']);
    assert.deepEqual(await problems(Buffer.from('%PDF-1.4 cut off')), ['pdf: not-a-pdf']);
    assert.deepEqual(await problems(Buffer.alloc(MOST_FILE_BYTES + 1, '%')), ['pdf: file-too-large']);
    for (const xml of ['', 'no xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>']) {
      assert.equal((await problems(pdfOf('x'), Buffer.from(xml))).length, 1, xml);
    }
    assert.deepEqual(await problems(pdfOf('x'), Buffer.from([0x3c, 0xff, 0x3e])), ['xml: not-xml']);
    assert.deepEqual(await problems(pdfOf('x'), Buffer.from('<?xml version="1.0"?><a/>\n')), []);
  });

  it('finds doubles by content, and takes no number twice', async (t) => {
    const { take } = await setting(t);
    await take();
    await assertRefused(take({ number: 'ALT-2025-18' }), invalid('pdf', 'same-content'));
    await assertRefused(take({}, pdfOf('other')), invalid('number', 'taken'));
    await assertRefused(take({ customer: 'D100002' }), invalid('number', 'taken'));
    assert.equal((await take({ customer: 'D100002', number: 'ALT-2025-19' })).outcome, 'stored');
  });

  it('says what has become of an invoice since, when it is brought again with another state', async (t) => {
    const { take, portal } = await setting(t);
    const state = async () => {
      const [row] = await portal.database.owner.sql<Record<string, unknown>>(
        'select state, state_on::text as since from document',
      );
      return row;
    };
    await take({ state: 'open' });
    const paid = { state: 'paid', stateOn: '2025-12-20' };
    assert.equal((await take(paid)).outcome, 'moved');
    assert.deepEqual(await state(), { state: 'paid', since: '2025-12-20' });
    assert.equal((await take(paid)).outcome, 'known');
    assert.equal((await take()).outcome, 'known');
    assert.deepEqual(await state(), { state: 'paid', since: '2025-12-20' });
  });

  it('takes no number of a range that the portal draws from in that year', async (t) => {
    const { take, portal } = await setting(t);
    await portal.database.owner.sql("insert into number_range (range, year, last) values ('R', 2026, 0)");
    await assertRefused(take({ number: 'R-2026-000042' }), invalid('number', 'own-number'));
    assert.equal((await take({ number: 'R-2025-000042' })).outcome, 'stored');
    assert.equal((await take({ number: 'RE-2026-000042' }, pdfOf('y'))).outcome, 'stored');
  });

  it('is for staff with the role alone', async (t) => {
    const { portal } = await setting(t);
    const { db, jobs } = portal.services;
    const incoming = { facts: facts(), pdf: pdfOf('x') };
    await assertRefused(importDocument(await ctxFor({ db, jobs }), incoming), { code: 'not-found' });
    const dispatcher = await clerkCtx(portal.database, { jobs, now: portal.clock(), roles: ['dispatch'] });
    await assertRefused(importDocument(dispatcher, incoming), 'staff-role-required');
    const biller = await clerkCtx(portal.database, { jobs, now: portal.clock(), roles: ['billing'] });
    assert.equal((await importDocument(biller, incoming)).outcome, 'stored');
  });
});

describe('a folder', () => {
  it('is taken over with facts from JSON or a table; a second run finds everything known', async (t) => {
    const { ctx, folder, numbers } = await setting(t);
    const at = await folder();
    await writeFile(path.join(at, 'a.pdf'), pdfOf('a'));
    await writeFile(path.join(at, 'a.json'), JSON.stringify(facts({ number: 'A-1' })));
    await writeFile(path.join(at, 'a.xml'), '<a/>');
    await writeFile(path.join(at, 'b.pdf'), pdfOf('b'));
    await writeFile(path.join(at, 'c.pdf'), pdfOf('c'));
    await writeFile(path.join(at, 'd.pdf'), 'no pdf');
    await writeFile(path.join(at, 'd.json'), '{');
    await writeFile(
      path.join(at, 'list.csv'),
      'File;Number;Kind;Customer;Date\r\nb.pdf;B-1;weekly-report;D100002;2025-11-30\r\n',
    );
    const run = async () => {
      const lines: string[] = [];
      for await (const report of importFolder(ctx, at)) {
        const problems =
          'problems' in report ? report.problems.map(({ field, problem }) => `${field} ${problem}`) : [];
        lines.push([report.file, report.outcome, ...problems].join(' '));
      }
      return lines;
    };
    const refused = ['c.pdf refused facts required', 'd.pdf refused facts unreadable'];
    assert.deepEqual(await run(), ['a.pdf stored', 'b.pdf stored', ...refused]);
    assert.deepEqual(await run(), ['a.pdf known', 'b.pdf known', ...refused]);
    assert.deepEqual(await numbers(), ['A-1', 'B-1']);
  });

  it('may hold anything besides: folders and links that are called like documents, files that nobody may read', async (t) => {
    const { ctx, folder, numbers } = await setting(t);
    const at = await folder();
    await mkdir(path.join(at, 'a.pdf'));
    await mkdir(path.join(at, 'z.csv'));
    await symlink('/etc/hostname', path.join(at, 'b.pdf'));
    await writeFile(path.join(at, 'c.pdf'), pdfOf('c'));
    await mkdir(path.join(at, 'c.json'));
    await writeFile(path.join(at, 'd.pdf'), pdfOf('d'));
    await writeFile(path.join(at, 'd.json'), JSON.stringify(facts({ number: 'D-1' })));
    await writeFile(path.join(at, 'e.pdf'), pdfOf('e'));
    await writeFile(path.join(at, 'e.json'), JSON.stringify([null]));
    await writeFile(path.join(at, 'f.pdf'), pdfOf('f'));
    await writeFile(
      path.join(at, 'f.json'),
      JSON.stringify(facts({ number: 'F-1', kind: 'receipt', state: 'paid' })),
    );
    const outcomes: string[] = [];
    for await (const report of importFolder(ctx, at)) outcomes.push(`${report.file} ${report.outcome}`);
    assert.deepEqual(outcomes, ['c.pdf refused', 'd.pdf stored', 'e.pdf refused', 'f.pdf refused']);
    assert.deepEqual(await numbers(), ['D-1']);
  });

  it('that is watched is emptied: done, failed with the reasons, and what is still being written stays', async (t) => {
    const { portal, folder, numbers } = await setting(t);
    const { db, jobs, carrier } = portal.services;
    const at = await folder();
    const old = new Date(Date.now() - 60_000);
    for (const [name, content] of [
      ['good.pdf', pdfOf('good')],
      ['good.json', JSON.stringify(facts({ number: 'G-1' }))],
      ['bad.pdf', pdfOf('bad')],
      ['bad.json', JSON.stringify(facts({ number: 'G-2', customer: 'D999999' }))],
      ['young.pdf', pdfOf('young')],
      ['young.json', JSON.stringify(facts({ number: 'G-3' }))],
    ] as const) {
      await writeFile(path.join(at, name), content);
      if (!name.startsWith('young')) await utimes(path.join(at, name), old, old);
    }
    const handlers = documentHandlers({
      db,
      jobs,
      mailer: portal.mailer,
      carrier,
      clock: portal.clock,
      publicUrl: '',
      documentInbox: at,
    });
    const inbox = handlers.find(({ job }) => job.name === 'documents.inbox');
    await inbox?.handle({}, '1');
    assert.deepEqual(await numbers(), ['G-1']);
    assert.deepEqual((await readdir(at)).sort(), ['done', 'failed', 'young.json', 'young.pdf']);
    const [day = ''] = await readdir(path.join(at, 'failed'));
    assert.deepEqual((await readdir(path.join(at, 'failed', day))).sort(), [
      'bad.json',
      'bad.pdf',
      'bad.pdf.txt',
    ]);
    assert.match(
      await readFile(path.join(at, 'failed', day, 'bad.pdf.txt'), 'utf8'),
      /^bad\.pdf\ncustomer: /,
    );
    assert.deepEqual((await readdir(path.join(at, 'done', day))).sort(), ['good.json', 'good.pdf']);
    await inbox?.handle({}, '2');
    assert.deepEqual(await numbers(), ['G-1']);
  });
});

describe('the desk', () => {
  it('takes an upload over, says what is wrong with it, and keeps what was typed', async (t) => {
    const { portal, numbers } = await setting(t);
    const desk = await clerkAt(portal, 'billing');
    const upload = (fields: Record<string, unknown>, pdf: Buffer) => {
      const form = new FormData();
      const [token] = desk.page.forms.flatMap((one) => one.fields).filter(([name]) => name === '_csrf');
      for (const [name, value] of Object.entries({ ...fields, _csrf: token?.[1] ?? '' }))
        form.set(name, String(value));
      form.set('pdf', new File([new Uint8Array(pdf)], 'x.pdf', { type: 'application/pdf' }));
      form.set('xml', new File([], ''));
      return portal.app.request('http://portal.test/desk/dokumente', {
        method: 'POST',
        headers: { cookie: desk.cookie, origin: 'http://portal.test', 'sec-fetch-site': 'same-origin' },
        body: form,
      });
    };
    await desk.get('/desk/dokumente');
    const wrong = await upload(facts({ customer: 'D999999', title: '"><b>' }), pdfOf('x'));
    const html = await wrong.text();
    assert.equal(wrong.status, 422);
    assert.ok(html.includes('value="D999999"') && !html.includes('"><b>'));
    const done = await upload(facts(), pdfOf('x'));
    assert.equal(done.status, 303);
    assert.match(done.headers.get('location') ?? '', /getan=uebernommen&nummer=ALT-2025-17$/);
    const again = await upload(facts(), pdfOf('x'));
    assert.match(again.headers.get('location') ?? '', /getan=bekannt/);
    assert.deepEqual(await numbers(), ['ALT-2025-17']);
  });

  it('has no form for whoever may only look', async (t) => {
    const { portal } = await setting(t);
    const desk = await clerkAt(portal, 'care');
    const page = await desk.get('/desk/dokumente');
    assert.equal(page.status, 200);
    assert.ok(!page.html.includes('enctype="multipart/form-data"'));
  });
});
