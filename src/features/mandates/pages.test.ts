import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { assertUnchanged } from '../../../test/support/refused.ts';
import { refuse } from '../../domain/refusal.ts';
import { pdfText } from '../../platform/pdf/pdf-text.fixture.ts';
import { IBAN, mandateInput, OTHER_IBAN } from './sample.fixture.ts';

const PATH = '/konto/lastschrift';
const portal = await testApp();
const { owner } = portal.database;

/** A browser of the firm's administrator; the firm has never given a mandate. */
async function fresh(customer = 'D100001', user = 'admin'): Promise<Client> {
  await owner.sql('delete from mandate');
  return browserOf(customer, user);
}
async function browserOf(customer: string, user: string): Promise<Client> {
  const client = portal.client();
  await client.signIn(customer, `${user}@${customer.toLowerCase()}.example`);
  return client;
}
const fieldsOf = (changes: Record<string, string> = {}) => {
  const { key: _, replaces: __, ...fields } = mandateInput(changes);
  return fields;
};
async function give(client: Client, changes: Record<string, string> = {}) {
  await client.get(`${PATH}/neu`);
  return client.submit(PATH, fieldsOf(changes));
}
const bytes = (client: Client, address: string) =>
  portal.app.request(`http://portal.test${address}`, { headers: { cookie: client.cookie } });

describe('the page of the mandate', () => {
  it('leads from nothing to a mandate, to another bank, and back', async () => {
    const admin = await fresh();
    await admin.get(PATH);
    assert.match(admin.page.text, /Kein Lastschriftmandat/);
    await assertValidHtml(admin.page.html);

    const form = await admin.get(`${PATH}/neu`);
    await assertValidHtml(form.html);
    assert.match(form.text, /Wir ermächtigen Spreebrief Musterpost GmbH/);
    assert.match(form.text, /innerhalb von acht Wochen/);
    assert.match(form.text, /nicht berechtigt, nach der erfolgten Einlösung/);
    const sent = Object.fromEntries(form.forms.find(({ action }) => action === PATH)?.fields ?? []);
    assert.deepEqual([sent.scheme, sent.country, sent.iban, sent.agreed], ['CORE', 'DE', '', undefined]);
    assert.equal(sent.holder, 'Kanzlei am Laternenplatz');

    const given = await admin.submit(PATH, fieldsOf({ scheme: 'B2B' }));
    assert.equal(given.address, `${PATH}?erteilt=1`);
    await assertValidHtml(given.html);
    assert.match(given.text, /Das Mandat ist erteilt/);
    assert.match(given.text, /D100001-0001/);
    assert.match(given.text, /legen Sie das Mandat Ihrer Bank vor/);
    assert.match(given.text, /DE•• •••• •••• •••• ••30 00/);
    assert.match(given.text, /23\. November 2029/);

    const changed = await give(admin, { iban: OTHER_IBAN });
    assert.equal(changed.address, `${PATH}?geaendert=1`);
    assert.match(changed.text, /Frühere Mandate .*D100001-0001.*ersetzt am 23\.11\.2026/);
    await assertValidHtml(changed.html);

    const question = await admin.get(`${PATH}/D100001-0002/widerrufen`);
    await assertValidHtml(question.html);
    const revoked = await admin.submit(/widerrufen$/);
    assert.equal(revoked.address, `${PATH}?widerrufen=1`);
    assert.match(revoked.text, /Das Mandat ist widerrufen/);
    assert.match(revoked.text, /D100001-0002.*widerrufen am 23\.11\.2026/);
    const again = await admin.get(`${PATH}/D100001-0002/widerrufen`);
    assert.equal(again.status, 409);
    assert.match(again.text, /Dieses Mandat gilt nicht mehr/);
  });

  it('shows the account number in clear where it was asked for', async () => {
    const admin = await fresh();
    assert.equal((await admin.get(`${PATH}/iban`)).status, 404);
    await give(admin);
    assert.match((await admin.get(`${PATH}/iban`)).text, /IBAN DE89 3704 0044 0532 0130 00/);
  });

  it('tells others only that there is one, and for which account', async () => {
    await give(await fresh());
    const staff = await browserOf('D100001', 'mitarbeit');
    const page = await staff.get(PATH);
    assert.equal(page.status, 200);
    await assertValidHtml(page.html);
    assert.match(page.text, /DE•• •••• •••• •••• ••30 00/);
    for (const secret of ['Kanzlei Aydın', 'Uferstraße', 'D100001-0001', 'Widerrufen', 'ändern']) {
      assert.ok(!page.text.slice(page.text.indexOf('Meine Daten')).includes(secret), secret);
    }
    for (const address of ['neu', 'iban', 'D100001-0001.pdf', 'D100001-0001/widerrufen']) {
      assert.equal((await staff.get(`${PATH}/${address}`)).status, 403, address);
    }
    const other = await browserOf('D100002', 'mitarbeit');
    assert.match((await other.get(PATH)).text, /liegt kein Lastschriftmandat vor/);
  });

  it('asks who it is before anything about the account, ten minutes after the last time', async () => {
    const admin = await fresh();
    await give(admin);
    const clock = portal.clock();
    portal.clock.advance({ minutes: 11 });
    try {
      assert.equal((await admin.get(PATH)).status, 200);
      for (const address of ['neu', 'iban', 'D100001-0001.pdf', 'D100001-0001/widerrufen']) {
        const page = await admin.get(`${PATH}/${address}`, { follow: false });
        assert.match(page.headers.get('location') ?? '', /^\/konto\/bestaetigen\?/, address);
      }
      await assertUnchanged(portal.database, async () => {
        await admin.get(PATH);
        await admin.post(`${PATH}/D100001-0001/widerrufen`);
        assert.equal(admin.page.status, 403);
      });
    } finally {
      portal.clock.set(clock);
    }
  });

  it('speaks English', async () => {
    const client = await fresh('D100003');
    assert.match((await client.get(PATH)).text, /No direct debit mandate/);
    const given = await give(client, { scheme: 'B2B' });
    assert.match(given.text, /The mandate has been given .*lodge the mandate with your bank/);
    await assertValidHtml(given.html);
    await client.get(`${PATH}/neu`);
    const wrong = await client.submit(PATH, fieldsOf({ iban: 'DE89 3704 0044 0532 0130 0' }));
    assert.match(wrong.text, /An IBAN of this country has 22 characters/);
  });

  it('says when a mandate has lapsed', async () => {
    const admin = await fresh();
    await give(admin);
    await owner.sql("update mandate set given_at = given_at - interval '36 months 1 day'");
    assert.match((await admin.get(PATH)).text, /erloschen.*Neues Mandat erteilen/);
    assert.match((await admin.get(`${PATH}/neu`)).text, /Ihr bisheriges Mandat D100001-0001 ist erloschen/);
    await admin.submit(PATH, fieldsOf());
    assert.match(admin.page.text, /D100001-0002.*Frühere Mandate.*erloschen nach dem 22\.11\.2026/);
  });

  it('offers nothing where the carrier does not collect', async (t) => {
    const { carrier } = portal.services;
    const without = await testApp({ services: { carrier: { ...carrier, creditor: undefined } } }, t);
    const admin = without.client();
    await admin.signIn('D100001', 'admin@d100001.example');
    assert.match((await admin.get(PATH)).text, /zurzeit nicht angeboten/);
    assert.equal((await admin.get(`${PATH}/neu`)).status, 404);
    assert.equal((await admin.get('/lastschrift-formular.pdf')).status, 404);
  });
});

describe('the form', () => {
  const KINDS: [iban: string, said: RegExp][] = [
    ['DE89 3704 0044 0532 0130 0', /Eine IBAN dieses Landes hat 22 Zeichen/],
    ['DE98 3704 0044 0532 0130 00', /Die Prüfziffern passen nicht/],
    ['DE89 37O4 0044 0532 0130 00', /besteht aus Buchstaben von A bis Z und Ziffern/],
    ['SA03 8000 0000 6080 1016 7519', /nimmt nicht am SEPA-Lastschriftverfahren teil/],
    ['12 3456', /beginnt mit dem Land/],
  ];
  for (const [iban, said] of KINDS) {
    it(`says what is wrong with ${iban} and keeps what was typed`, async () => {
      const admin = await fresh();
      const page = await give(admin, { iban, holder: 'Was ich getippt habe', scheme: 'B2B' });
      assert.equal(page.status, 422);
      assert.match(page.text, said);
      assert.match(page.html, /href="#f-iban"/);
      await assertValidHtml(page.html);
      const kept = Object.fromEntries(page.forms.find(({ action }) => action === PATH)?.fields ?? []);
      const { scheme, holder, city, signature, agreed } = kept;
      assert.deepEqual(
        { iban: kept.iban, scheme, holder, city, signature, agreed },
        {
          iban,
          scheme: 'B2B',
          holder: 'Was ich getippt habe',
          city: 'Berlin',
          signature: 'Ayşe Aydın',
          agreed: 'on',
        },
      );
    });
  }

  it('shows what happened meanwhile, and lets the person decide', async () => {
    const admin = await fresh();
    const colleague = await browserOf('D100001', 'admin');
    await admin.get(`${PATH}/neu`);
    await give(colleague, { iban: OTHER_IBAN });
    const page = await admin.submit(PATH, fieldsOf());
    assert.equal(page.status, 409);
    assert.match(page.text, /Jemand war schneller/);
    assert.match(page.text, /Ihr bisheriges \(D100001-0001, AT•• •••• •••• •••• 3201\)/);
    const decided = await admin.submit(PATH);
    assert.equal(decided.address, `${PATH}?geaendert=1`);
    assert.match(decided.text, /D100001-0002/);
  });

  it('counts once when it is sent twice', async () => {
    const admin = await fresh();
    await admin.get(`${PATH}/neu`);
    const form = admin.page.forms.find(({ action }) => action === PATH);
    const fields = { ...Object.fromEntries(form?.fields ?? []), ...fieldsOf() };
    await admin.post(PATH, fields);
    await assertUnchanged(portal.database, async () => {
      assert.equal((await admin.post(PATH, fields)).status, 200);
      assert.match(admin.page.text, /D100001-0001/);
    });
  });

  it('takes no form from elsewhere', async () => {
    const admin = await fresh();
    await admin.get(`${PATH}/neu`);
    await assertUnchanged(portal.database, async () => {
      const page = await admin.post(PATH, { ...fieldsOf(), _csrf: 'x' });
      assert.equal(page.status, 403);
    });
  });

  it('is never brought down by what is typed, and stores nothing of it', async () => {
    const admin = await fresh();
    await admin.get(`${PATH}/neu`);
    const hostile = [
      "'",
      '<script>alert(1)</script>',
      '\u202etxt',
      '\u0000',
      '🦊',
      'x'.repeat(10_000),
      '-1',
      '%s{{7*7}}',
    ];
    // without a valid account number nothing can be given, whatever stands in the other fields
    for (const value of hostile) {
      await assertUnchanged(portal.database, async () => {
        for (const field of Object.keys(fieldsOf())) {
          const page = await admin.submit(PATH, { ...fieldsOf({ iban: 'DE00' }), [field]: value });
          assert.equal(page.status, 422, `${field}: ${value.slice(0, 20)}`);
          assert.ok(!page.html.includes('<script>alert'), field);
        }
        const page = await admin.submit(PATH, { ...fieldsOf(), replaces: value });
        assert.ok(page.status === 422 || page.status === 409, `replaces: ${page.status}`);
      });
    }
    for (const value of hostile) {
      const part = encodeURIComponent(value.slice(0, 2000));
      for (const address of [`${PATH}/${part}`, `${PATH}/${part}.pdf`, `${PATH}/${part}/widerrufen`]) {
        assert.equal((await admin.get(address)).status, 404, address);
      }
    }
  });
});

describe('the PDFs', () => {
  it('gives the mandate to whoever may see the account, as a file', async () => {
    const admin = await fresh();
    await give(admin);
    const response = await bytes(admin, `${PATH}/D100001-0001.pdf`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'application/pdf');
    assert.match(
      response.headers.get('content-disposition') ?? '',
      /^attachment; filename="SEPA-Lastschriftmandat-D100001-0001\.pdf"/,
    );
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const text = pdfText(new Uint8Array(await response.arrayBuffer()));
    assert.ok(text.includes('DE89 3704 0044 0532 0130 00'), IBAN);
  });

  it('knows no other firm’s mandate, and no file of another name', async () => {
    const admin = await fresh();
    await give(admin);
    const other = await browserOf('D100002', 'admin');
    for (const file of [
      'D100001-0001.pdf',
      'D100002-0001.pdf',
      'D100001-0001',
      'x.pdf',
      '.pdf',
      '..%2f.pdf',
    ]) {
      assert.equal((await other.get(`${PATH}/${file}`)).status, 404, file);
    }
  });

  it('gives the empty form to everybody, in the language and for the scheme asked for', async () => {
    const visitor = portal.client();
    for (const [query, said] of [
      ['', /SEPA-Lastschriftmandat.*acht Wochen/],
      ['?art=B2B', /SEPA-Firmenlastschrift-Mandat.*nicht berechtigt/],
      ['?art=CORE&sprache=en', /SEPA Direct Debit Mandate.*eight weeks/],
      ['?art=B2B&sprache=en', /SEPA Business-to-Business Direct Debit Mandate.*not entitled/],
      ["?art=<script>&sprache='", /SEPA-Lastschriftmandat.*acht Wochen/],
    ] as const) {
      const response = await bytes(visitor, `/lastschrift-formular.pdf${query}`);
      assert.equal(response.status, 200, query);
      assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="SEPA-/);
      assert.match(pdfText(new Uint8Array(await response.arrayBuffer())), said);
    }
  });

  it('sets each form once', async (t) => {
    const asked: object[] = [];
    const { pdf } = portal.services;
    const counting: typeof pdf = {
      ...pdf,
      render(document) {
        asked.push(document);
        return pdf.render(document);
      },
    };
    const own = await testApp({ services: { pdf: counting } }, t);
    for (const query of ['', '?art=B2B', '', '?art=CORE&sprache=de', '?art=B2B&sprache=de']) {
      await own.app.request(`http://portal.test/lastschrift-formular.pdf${query}`, {
        headers: { 'accept-language': 'de' },
      });
    }
    assert.equal(asked.length, 2);
  });

  it('says so when too many are wanted at once', async (t) => {
    const busy = { ...portal.services.pdf, render: async () => refuse({ code: 'busy' }) };
    const own = await testApp({ services: { pdf: busy } }, t);
    const page = await own.client().get('/lastschrift-formular.pdf');
    assert.equal(page.status, 503);
    assert.match(page.text, /Gerade ist viel los/);
  });
});
