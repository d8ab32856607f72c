import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type TestApp, testApp } from '../../../../../test/support/app.ts';
import type { Client, Fields } from '../../../../../test/support/client.ts';
import { assertValidHtml, formsOf, textOf } from '../../../../../test/support/html.ts';
import { assertUnchanged } from '../../../../../test/support/refused.ts';

const LIST = '/konto/stammdaten/kostenstellen';
const IMPORT = `${LIST}/einlesen`;
const PREVIEW = `${IMPORT}/pruefen`;

async function open(t: Parameters<typeof testApp>[1]): Promise<{ portal: TestApp; browser: Client }> {
  const portal = await testApp({}, t);
  const browser = portal.client();
  await browser.signIn('D100001', 'admin@d100001.example');
  await browser.get(IMPORT);
  return { portal, browser };
}

/** Sends the form the way a browser does: in parts, the file as bytes. */
async function upload(
  { portal, browser }: { portal: TestApp; browser: Client },
  file: Uint8Array<ArrayBuffer>,
) {
  const form = new FormData();
  const fields =
    formsOf((await browser.get(IMPORT)).html).find(({ action }) => action === IMPORT)?.fields ?? [];
  for (const [name, value] of fields) if (name !== 'file') form.append(name, value);
  form.append('file', new File([file], 'kostenstellen.csv', { type: 'text/csv' }));
  const response = await portal.app.request(`http://portal.test${IMPORT}`, {
    method: 'POST',
    body: form,
    headers: { cookie: browser.cookie, origin: 'http://portal.test', 'sec-fetch-site': 'same-origin' },
  });
  const html = await response.text();
  return { status: response.status, html, text: textOf(html) };
}

const fieldsOf = (browser: Client) =>
  browser.page.forms.find(({ action }) => action === PREVIEW)?.fields ?? [];
const valuesOf = (browser: Client, name: string) =>
  fieldsOf(browser)
    .filter(([one]) => one.startsWith(`${name}-`))
    .map(([, value]) => value);

const stored = async (portal: TestApp) => {
  const rows = await portal.database.owner.sql<{ code: string; name: string }>(
    `select o.code, o.name from cost_centre o join customer c on c.id = o.customer_id
     where c.number = 'D100001' order by o.code`,
  );
  return rows.map(({ code, name }) => `${code} ${name}`);
};

describe('importing on the page', () => {
  it('shows what will happen, lets mistakes be mended in place, and takes what is right', async (t) => {
    const { portal, browser } = await open(t);
    const text = 'Nummer;Bezeichnung\n1100;Prozesse\n1200;Notariat\n;Ohne Nummer\n7000;Neu\n7000;Doppelt';
    const before = await stored(portal);
    const preview = await browser.submit(IMPORT, { text });
    assert.equal(preview.status, 200);
    await assertValidHtml(preview.html);
    assert.match(preview.text, /3 Zeilen sind in Ordnung, 2 sind noch zu ändern/);
    assert.match(preview.text, /Zeile 4: Die Nummer fehlt/);
    assert.match(preview.text, /Zeile 6: Diese Nummer steht schon in Zeile 5/);
    assert.match(preview.text, /heißt bisher „Prozessabteilung“/);
    assert.deepEqual(await stored(portal), before, 'nothing is saved yet');

    // one mistake is mended, the other not: checking again says so and keeps everything
    const again = await browser.submit(PREVIEW, { 'code-4': '6000', do: 'check' });
    assert.match(again.text, /4 Zeilen sind in Ordnung, 1 sind noch zu ändern/);
    assert.deepEqual(await stored(portal), before);

    const applied = await browser.submit(PREVIEW, { do: 'apply' });
    assert.equal(applied.status, 200);
    await assertValidHtml(applied.html);
    assert.match(
      applied.text,
      /Eingelesen: 2 neu, 1 umbenannt, 1 unverändert\. 1 Zeilen sind noch zu ändern/,
    );
    assert.deepEqual(valuesOf(browser, 'name'), ['Doppelt']);
    assert.deepEqual(await stored(portal), [
      '1100 Prozesse',
      '1200 Notariat',
      '6000 Ohne Nummer',
      '7000 Neu',
      '9000 Verwaltung',
    ]);

    const finished = await browser.submit(PREVIEW, { 'code-6': '7001', do: 'apply' });
    assert.match(finished.text, /Eingelesen: 1 neu, 0 umbenannt, 0 unverändert/);
    assert.equal(finished.address.split('?')[0], LIST);
  });

  it('takes a file, in the encoding that an old Windows writes', async (t) => {
    const setting = await open(t);
    const page = await upload(
      setting,
      Uint8Array.from([...Buffer.from('5000;B'), 0xfc, ...Buffer.from('ro\r\n')]),
    );
    assert.equal(page.status, 200);
    assert.match(page.html, /value="Büro"/);
    const empty = await upload(setting, new Uint8Array());
    assert.equal(empty.status, 422);
    assert.match(empty.text, /Bitte fügen Sie etwas ein/);
  });

  it('says what cannot be read, and keeps the text', async (t) => {
    const { browser } = await open(t);
    for (const [text, message] of [
      ['', /Bitte fügen Sie etwas ein, oder wählen Sie eine Datei/],
      ['Nummer;Bezeichnung', /Darin steht keine Zeile mit einer Kostenstelle/],
      ['1;A\n2;"B', /In Zeile 2 beginnt ein Anführungszeichen, das nirgends endet/],
      [Array.from({ length: 2501 }, (_, at) => `${at};x`).join('\n'), /Höchstens 2\.500 Zeilen auf einmal/],
    ] as const) {
      await browser.get(IMPORT);
      const page = await browser.submit(IMPORT, { text });
      assert.equal(page.status, 422);
      assert.match(page.text, message);
      const kept = page.forms
        .find(({ action }) => action === IMPORT)
        ?.fields.find(([name]) => name === 'text');
      assert.equal(kept?.[1].trimEnd(), text);
    }
  });

  it('carries 2,000 rows through preview and back, and ends at a megabyte', async (t) => {
    const { portal, browser } = await open(t);
    const text = Array.from({ length: 2000 }, (_, at) => `Q${at};"Abteilung; ""${at}"""`).join('\n');
    const preview = await browser.submit(IMPORT, { text });
    assert.match(preview.text, /Alles in Ordnung: 2\.000 Zeilen/);
    const applied = await browser.submit(PREVIEW, { do: 'apply' });
    assert.match(applied.text, /Eingelesen: 2\.000 neu/);
    assert.equal((await stored(portal)).length, 2003);
    await assertUnchanged(portal.database, async () => {
      const page = await browser.post(PREVIEW, { 'code-1': 'x'.repeat(1_100_000) });
      assert.equal(page.status, 413);
    });
  });

  it('gives back what it took, as a file for spreadsheets', async (t) => {
    const { browser } = await open(t);
    await browser.submit(IMPORT, { text: '"=1+1";"<b>; ""Ä"""' });
    await browser.submit(PREVIEW, { do: 'apply' });
    const file = await browser.get(`${LIST}/csv`);
    assert.match(file.headers.get('content-disposition') ?? '', /filename="kostenstellen\.csv"/);
    assert.ok(file.html.includes(`'=1+1;"<b>; ""Ä""";offen\r\n`));
    await browser.get(IMPORT);
    const again = await browser.submit(IMPORT, { text: file.html });
    assert.match(again.text, /Alles in Ordnung: 4 Zeilen/);
    await browser.submit(PREVIEW, { do: 'apply' });
    assert.match(browser.page.text, /0 neu, 0 umbenannt, 4 unverändert/);
  });

  it('survives rows that no browser sends', async (t) => {
    const { portal, browser } = await open(t);
    const attempts: Fields[] = [
      { do: 'apply' },
      { do: 'apply', 'code-0': 'A', 'code--1': 'B', 'code-x': 'C', 'code-99999999999': 'D', 'name-3': 'E' },
      { do: 'apply', 'code-7': 'ohne Bezeichnung' },
      { do: 'check', 'code-1': '\u0000', 'name-1': '<script>alert(1)</script>'.repeat(10) },
      { do: ['apply', 'check'], 'code-1': ['x'.repeat(10_000), 'y'], 'name-1': '\ud800' },
    ];
    for (const fields of attempts) {
      await browser.get(IMPORT);
      const page = await browser.post(PREVIEW, fields);
      assert.ok(page.status < 500, JSON.stringify(fields));
      assert.doesNotMatch(page.html, /<script>alert/);
    }
    assert.equal((await stored(portal)).length, 3);
    await browser.get(IMPORT);
    const rows = Array.from({ length: 2501 }, (_, at) => [`code-${at + 1}`, `${at}`]);
    const tooMany = await browser.post(PREVIEW, { do: 'apply', ...Object.fromEntries(rows) });
    assert.equal(tooMany.status, 422);
  });
});
