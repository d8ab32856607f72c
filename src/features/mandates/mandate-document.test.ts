import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { MONDAY } from '../../../test/support/clock.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs } from '../../../test/support/jobs.ts';
import { MANDATE_SCHEMES } from '../../domain/mandates/index.ts';
import { findCarrier } from '../../platform/carrier/carrier.ts';
import { query } from '../../platform/db/database.ts';
import { LANGUAGES } from '../../platform/i18n/index.ts';
import { openPdfRenderer } from '../../platform/pdf/index.ts';
import { pdfText } from '../../platform/pdf/pdf-text.fixture.ts';
import { asBankText, isBankText } from './bank-text.ts';
import { giveMandate } from './give-mandate.ts';
import { emptyForm, mandateDocument } from './mandate-document.ts';
import { IBAN, mandateInput, SIGNING } from './sample.fixture.ts';

const database = await testDatabase();
const carrier = (await findCarrier(database.app)) ?? assert.fail('no carrier');
const { creditor } = carrier;
assert.ok(creditor);
const plain = await ctxFor({ db: database.app, jobs: await testJobs(database) });
const admin = { ...plain, confirmedAt: plain.now };
const renderer = openPdfRenderer();
after(() => renderer.close());

/** A stored mandate, given like this. */
async function given(changes: Record<string, string> = {}, ctx = admin) {
  await database.owner.sql('delete from mandate');
  const { reference } = await giveMandate(ctx, mandateInput(changes), SIGNING);
  const rows = await database.owner.all(
    query.selectFrom('mandate').selectAll().where('reference', '=', reference),
  );
  return rows[0] ?? assert.fail('not stored');
}

const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length;

describe('the PDF of a mandate', () => {
  it('says everything that was signed, on one page', async () => {
    const pdf = await renderer.render(mandateDocument(await given(), IBAN, carrier));
    assert.equal(pagesOf(pdf), 1);
    const text = pdfText(pdf);
    for (const said of [
      'SEPA-Lastschriftmandat',
      'Gläubiger-Identifikationsnummer DE98ZZZ09999999999',
      'Mandatsreferenz D100001-0001',
      'Kundennummer D100001',
      'Wiederkehrende Zahlungen',
      'Wir ermächtigen Spreebrief Musterpost GmbH, Zahlungen von unserem Konto mittels Lastschrift einzuziehen.',
      'innerhalb von acht Wochen, beginnend mit dem Belastungsdatum',
      'Name Kanzlei Aydın & Töchter',
      'Straße und Hausnummer Uferstraße 1',
      'IBAN DE89 3704 0044 0532 0130 00',
      'Ort, Datum Berlin, 23.11.2026',
      'Unterschrift (eingegebener Name) Ayşe Aydın',
      'am Mo., 23.11.2026, 10:00 Uhr',
      'Textfassung 2026-11',
    ]) {
      assert.ok(text.includes(said), `${said} in ${text}`);
    }
    assert.ok(!text.includes('Unterschrift für Ihre Bank'));
  });

  it('is tagged and meant to be kept (PDF/A-2a)', async () => {
    const pdf = await renderer.render(mandateDocument(await given(), IBAN, carrier));
    const file = Buffer.from(pdf).toString('latin1');
    for (const sign of ['/StructTreeRoot', '/Marked true', '<pdfaid:part>2<', '<pdfaid:conformance>A<']) {
      assert.ok(file.includes(sign), sign);
    }
  });

  it('speaks the language of the signature, and says what a business mandate needs', async () => {
    const row = await given({ scheme: 'B2B' }, { ...admin, language: 'en' });
    const text = pdfText(await renderer.render(mandateDocument(row, IBAN, carrier)));
    assert.match(text, /SEPA Business-to-Business Direct Debit Mandate/);
    assert.match(text, /lodge it with your bank before the first collection/);
    assert.match(text, /not entitled to a refund from our bank after our account has been debited/);
    assert.match(text, /Signature for your bank/);
  });

  it('stays as it was signed when the carrier changes', async () => {
    const row = await given();
    const moved = { ...creditor, name: 'Andere Post AG', id: 'DE00ZZZ00000000000' };
    const text = pdfText(await renderer.render(mandateDocument(row, IBAN, { ...carrier, creditor: moved })));
    assert.ok(text.includes('Spreebrief Musterpost GmbH') && text.includes('DE98ZZZ09999999999'));
    assert.ok(!text.includes('Andere Post'));
  });

  it('gives equal bytes whenever it is asked for', async () => {
    const row = await given();
    const one = await renderer.render(mandateDocument(row, IBAN, carrier));
    const two = await renderer.render(mandateDocument(row, IBAN, carrier));
    assert.deepEqual(one, two);
  });

  it('can set every character that the form takes', async () => {
    const all = Array.from({ length: 0x2100 }, (_, code) => String.fromCodePoint(code)).filter(isBankText);
    assert.ok(all.length > 300);
    for (let at = 0; at < all.length; at += 60) {
      const holder = all.slice(at, at + 60).join('');
      const row = { ...(await given()), holder };
      const text = pdfText(await renderer.render(mandateDocument(row, IBAN, carrier)));
      assert.ok(text.includes(holder.trim()), holder);
    }
  });

  it('sets names that nobody asked about their letters, too', async () => {
    assert.equal(asBankText('Ольга 李 🦊 Ünal\u202e'), '????? ? ? Ünal?');
    const row = { ...(await given()), given_by_name: 'Ольга 🦊 Ünal' };
    assert.match(pdfText(await renderer.render(mandateDocument(row, IBAN, carrier))), /von \?+ \? Ünal am/);
  });

  it('fits on one page with the longest of everything', async () => {
    const long = (length: number) => 'Wmöglichst '.repeat(10).slice(0, length).trim();
    const row = await given({
      scheme: 'B2B',
      holder: long(70),
      street: long(70),
      postcode: '1234567890123456',
      city: long(35),
      country: 'GB',
      place: long(35),
      signature: long(70),
    });
    const given_by_name = long(100);
    const document = mandateDocument({ ...row, given_by_name }, 'MT84MALT011000012345MTLCAST001S', carrier);
    assert.equal(pagesOf(await renderer.render(document)), 1);
  });
});

describe('the empty form', () => {
  for (const language of LANGUAGES) {
    for (const scheme of MANDATE_SCHEMES) {
      it(`can be printed and signed: ${scheme}, ${language}`, async () => {
        const pdf = await renderer.render(emptyForm({ scheme, language }, carrier, creditor));
        assert.equal(pagesOf(pdf), 1);
        assert.ok(Buffer.from(pdf).includes('<pdfuaid:part>1<'));
        const text = pdfText(pdf);
        assert.ok(text.includes('DE98ZZZ09999999999') && text.includes('Spreebrief Musterpost GmbH'));
        assert.match(text, language === 'de' ? /Wir ermächtigen/ : /we authorise/);
        assert.match(
          text,
          {
            CORE: { de: /acht Wochen/, en: /eight weeks/ },
            B2B: { de: /nicht berechtigt/, en: /not entitled/ },
          }[scheme][language],
        );
      });
    }
  }

  it('is the same document as long as wording and carrier are', () => {
    const form = { scheme: 'CORE', language: 'de' } as const;
    assert.deepEqual(
      JSON.stringify(emptyForm(form, carrier, creditor)),
      JSON.stringify(emptyForm(form, carrier, creditor)),
    );
    assert.ok(Temporal.Instant.compare(emptyForm(form, carrier, creditor).at, MONDAY) < 0);
  });
});
