import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { ciiXml, type EInvoiceFormat, type Invoice, reversal } from '../../../domain/invoicing/index.ts';
import { debitPayment, draftLine, sampleInvoice } from '../../../domain/invoicing/invoice.fixture.ts';
import { openPdfRenderer } from '../../../platform/pdf/index.ts';
import { attachedFiles, metadataOf, pdfText, placedTexts } from '../../../platform/pdf/pdf-text.fixture.ts';
import { invoiceDocument } from './invoice-document.ts';

const renderer = openPdfRenderer();
after(() => renderer.close());

const CARRIER = {
  name: 'Musterpost',
  accentColour: '#1f4fa3',
  logo: undefined,
  timeZone: 'Europe/Berlin',
  representatives: 'Jorinde Falk',
};

function render(
  invoice: Invoice,
  format: EInvoiceFormat = 'zugferd',
  carrier: Parameters<typeof invoiceDocument>[2] = CARRIER,
) {
  return renderer.render(invoiceDocument(invoice, { xml: ciiXml(invoice, format), format }, carrier));
}

const EXEMPT = { category: 'E', rate: 0, reason: 'Steuerfrei nach § 4 Nr. 11b UStG' } as const;
const month = sampleInvoice({
  lines: [
    draftLine({ quantity: 1412, unitPrice: 7125 }),
    draftLine({
      name: 'Sonderabholung',
      quantity: 1,
      unit: 'Fahrt',
      unitPrice: 95_000,
      order: 'A-000012',
      from: '2026-11-12',
      to: '2026-11-12',
      reference: 'Fristsachen Az. 12/26',
    }),
    draftLine({
      name: 'Zustellauftrag',
      quantity: 3,
      unitPrice: 35_000,
      vat: EXEMPT,
      costCentre: '1200 Notariat',
    }),
  ],
});
const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
const pagesOf = (pdf: Uint8Array) => latin1(pdf).match(/\/Type \/Page\b/g)?.length;

/** The sums of the XML as people write them. */
function sumsOf(xml: string) {
  const amount = (name: string) => {
    const [, value = ''] =
      new RegExp(`<ram:${name}[^>]*>([^<]+)</ram:${name}>(?![\\s\\S]*<ram:${name}[ >])`).exec(xml) ?? [];
    return `${Number(value).toLocaleString('de-DE', { minimumFractionDigits: 2 })} €`;
  };
  return [amount('TaxBasisTotalAmount'), amount('TaxTotalAmount'), amount('GrandTotalAmount')];
}

describe('the page of an invoice', () => {
  it('says what the law asks for, on one page', async () => {
    const pdf = await render(month);
    const text = pdfText(pdf);
    assert.equal(pagesOf(pdf), 1);
    for (const said of [
      'Musterpost GmbH · Laternenkai 12 · 10999 Berlin',
      'Kanzlei Aydın & Töchter Laternenplatz 4 10719 Berlin',
      'Kundennummer D100001',
      'Rechnungsnummer R-2026-000017',
      'Datum 01.12.2026',
      'Leistungszeitraum 01.11.2026 bis 30.11.2026',
      'Kostenstelle 1100 Prozessabteilung',
      '1.412 Stück 0,7125 19 % 1.006,05',
      'Auftrag A-000012 vom 12.11.2026 Ihre Referenz: Fristsachen Az. 12/26',
      'Kostenstelle 1200 Notariat',
      'Steuerfreie Umsätze 10,50 €',
      'Steuerfrei nach § 4 Nr. 11b UStG',
      'Bitte überweisen Sie den Betrag bis zum 15.12.2026.',
      'USt-IdNr. DE123456789 · St.-Nr. 30/123/45678',
      'IBAN DE02 1203 0000 0000 2020 51',
    ]) {
      assert.ok(text.includes(said), `${said}\n${text}`);
    }
  });

  it('shows the sums that its XML names, and has that XML inside, byte for byte', async () => {
    for (const invoice of [month, sampleInvoice(), { ...month, payment: debitPayment }]) {
      const pdf = await render(invoice);
      const [file, ...others] = attachedFiles(pdf);
      assert.deepEqual([file?.name, file?.relationship, others], ['factur-x.xml', 'Alternative', []]);
      assert.equal(file?.content, ciiXml(invoice, 'zugferd'));
      const text = pdfText(pdf);
      for (const sum of sumsOf(file?.content ?? '')) assert.ok(text.includes(sum), `${sum}\n${text}`);
    }
  });

  it('claims PDF/A-3a, PDF/UA-1 and Factur-X, and describes the schemas that PDF/A does not know', async () => {
    for (const [format, level, name] of [
      ['zugferd', 'EN 16931', 'factur-x.xml'],
      ['xrechnung', 'XRECHNUNG', 'xrechnung.xml'],
    ] as const) {
      const pdf = await render(month, format);
      const xmp = metadataOf(pdf);
      for (const claim of [
        '<pdfaid:part>3</pdfaid:part>',
        '<pdfaid:conformance>A</pdfaid:conformance>',
        '<pdfuaid:part>1</pdfuaid:part>',
        '<fx:DocumentType>INVOICE</fx:DocumentType>',
        `<fx:DocumentFileName>${name}</fx:DocumentFileName>`,
        '<fx:Version>1.0</fx:Version>',
        `<fx:ConformanceLevel>${level}</fx:ConformanceLevel>`,
        '<pdfaSchema:prefix>fx</pdfaSchema:prefix>',
        '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
      ]) {
        assert.ok(xmp.includes(claim), `${claim}\n${xmp}`);
      }
      for (const sign of [
        '/StructTreeRoot',
        '/Marked true',
        '/Lang (de-DE)',
        '/DisplayDocTitle true',
        '/AF',
      ]) {
        assert.ok(latin1(pdf).includes(sign), sign);
      }
      assert.match(latin1(pdf), /\/Subtype \/text#2Fxml/);
    }
  });

  it('is an update of the file whose offsets are right', async () => {
    const file = latin1(await render(month));
    const [, at = ''] = /startxref\n(\d+)\n%%EOF\n$/.exec(file) ?? [];
    const table = file.slice(Number(at));
    const entries = [...table.matchAll(/(\d+) 1\n(\d{10}) 00000 n \n/g)];
    assert.equal(entries.length, 2);
    for (const [, id, offset] of entries) assert.ok(file.startsWith(`${id} 0 obj`, Number(offset)));
    const [, previous = ''] = /\/Prev (\d+)/.exec(table) ?? [];
    assert.ok(file.startsWith('xref', Number(previous)));
  });

  it('repeats the head of its table and counts its pages', async () => {
    const lines = Array.from({ length: 120 }, (_, at) => draftLine({ name: `Werbepost ${at + 1}` }));
    const pdf = await render(sampleInvoice({ lines }));
    const pages = pagesOf(pdf) ?? 0;
    assert.ok(pages > 2, `${pages} pages`);
    const text = pdfText(pdf);
    assert.equal(text.match(/Pos\. Leistung Menge/g)?.length, pages);
    assert.ok(text.includes(`Seite ${pages} von ${pages}`));
    assert.ok(text.includes('Werbepost 120'));
    assert.equal(text.match(/Rechnung R-2026-000017 · D100001/g)?.length, pages - 1);
  });

  it('offers a code to scan where somebody has to transfer, and nowhere else', async () => {
    const svg = (invoice: Invoice) =>
      JSON.stringify(invoiceDocument(invoice, { xml: '', format: 'zugferd' }, CARRIER)).includes('<svg');
    assert.ok(svg(month));
    assert.ok(!svg({ ...month, payment: debitPayment }));
    assert.ok(!svg({ ...month, payment: { kind: 'set-off' } }));
    assert.match(latin1(await render(month)), /\/Alt/);
  });

  it('is written in English too', async () => {
    const text = pdfText(await render({ ...month, language: 'en' }));
    for (const said of [
      'Invoice R-2026-000017',
      'Customer number D100001',
      'Cost centre 1200 Notariat',
      'Amount due €',
    ]) {
      assert.ok(text.includes(said), `${said}\n${text}`);
    }
  });

  it('names VAT id and country of a buyer abroad, and says neither of one at home', async () => {
    const buyer = { ...month.buyer, country: 'AT', vatId: 'ATU12345678' };
    const text = pdfText(await render({ ...month, buyer }));
    for (const said of ['10719 Berlin ÖSTERREICH', 'Ihre USt-IdNr. ATU12345678']) {
      assert.ok(text.includes(said), `${said}\n${text}`);
    }
    assert.ok(!/DEUTSCHLAND|Ihre USt/.test(pdfText(await render(month))));
  });

  it('names the original of a correction and who it favours', async () => {
    const back = reversal(month, [{ position: 2, quantity: 1 }], {
      kind: 'correction',
      number: 'G-2026-000001',
      issuedOn: '2026-12-08',
      paymentTerms: 'Wir verrechnen den Betrag.',
      notes: ['Die Abholung fand nicht statt.'],
      seller: month.seller,
    });
    const text = pdfText(await render(back));
    for (const said of [
      'Rechnungskorrektur G-2026-000001',
      'zur Rechnung R-2026-000017',
      'Von unserer Rechnung R-2026-000017 vom 01.12.2026',
      'Korrekturbetrag zu Ihren Gunsten 11,31 €',
      'Die Abholung fand nicht statt.',
    ]) {
      assert.ok(text.includes(said), `${said}\n${text}`);
    }
  });

  it('shows the carrier’s logo in place of its name', async () => {
    const logo =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><rect width="4" height="1" fill="#1f4fa3"/></svg>';
    const pdf = await render(month, 'zugferd', { ...CARRIER, logo });
    assert.notEqual(
      createHash('sha1').update(pdf).digest('hex'),
      createHash('sha1')
        .update(await render(month))
        .digest('hex'),
    );
  });

  it('keeps the longest reference whole and sets whatever people typed', async () => {
    const reference = `${'Aktenzeichen-ohne-Ende '.repeat(12)}Schluss`;
    const text = pdfText(await render(sampleInvoice({ lines: [draftLine({ reference })] })));
    // it may break at hyphens of its own
    assert.ok(text.replaceAll(' ', '').includes(reference.replaceAll(' ', '')), text);
    for (const name of ['#panic("x") *b* $x$ <l> @r \\', '漢字 🦊', 'x'.repeat(400), 'a\u0000b\u00adc\nd']) {
      const pdf = await render(
        sampleInvoice({
          lines: [draftLine({ name, reference: name, costCentre: name })],
          buyerReference: name,
          notes: [name],
        }),
      );
      assert.ok(pdf.length > 10_000);
    }
  });

  it('gives the same bytes for the same invoice', async () => {
    assert.ok(Buffer.from(await render(month)).equals(Buffer.from(await render(month))));
  });
});

describe('a long invoice', () => {
  const LONG = {
    name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mit beschränkter Haftung',
    addition:
      'Zentrale Kreditorenbuchhaltung der Donaudampfschifffahrtsgesellschaft, Abteilung III, Raum 4711, z. Hd. Frau Doktor Müller-Lüdenscheidt',
    street: 'Straße-des-achtundzwanzigsten-Novembers-neunzehnhundertachtundachtzig 123456 Hinterhaus',
    city: 'Berlin-Tempelhof-Schöneberg am Rande der großen weiten Welt',
    country: 'AT',
  };

  it('keeps its address in the window of the envelope and what stands beside it above the text', async () => {
    const { buyer } = month;
    const longest = 'W'.repeat(200);
    for (const long of [
      LONG,
      { ...LONG, name: longest, addition: longest, street: longest, city: longest.slice(100) },
    ]) {
      const pdf = await render({
        ...month,
        buyer: { ...buyer, ...long, vatId: 'ATU12345678' },
        buyerReference: `Bestellung ${'X'.repeat(89)}`,
      });
      assert.equal(pagesOf(pdf), 1);
      const placed = placedTexts(pdf);
      const heading = placed.find(({ text }) => text.startsWith('Rechnung R-'));
      const country = placed.find(({ text }) => text === 'ÖSTERREICH');
      assert.ok(heading && country);
      assert.ok(country.top <= 90, `the address ends ${country.top} mm from the top, its window at 90 mm`);
      const reaches = Math.max(
        ...placed.slice(0, placed.indexOf(heading)).map(({ left, top }) => (left > 110 ? top : 0)),
      );
      const widest = placed.filter(({ text }) => /^X+$/.test(text));
      assert.ok(widest.length > 3 && widest.every(({ text }) => text.length <= 20));
      assert.ok(
        reaches < heading.top - 8,
        `the facts reach ${reaches} mm, the heading begins ${heading.top}`,
      );
    }
  });

  it('parts no cost centre from its lines, nor its sum from them, and says its name again on the next page', async () => {
    for (const shift of [1, 2, 3, 4, 5]) {
      const lines = Array.from({ length: 36 }, (_, centre) =>
        Array.from({ length: centre === 0 ? shift : 3 }, () =>
          draftLine({ costCentre: `Abteilung ${String(centre).padStart(2, '0')}` }),
        ),
      ).flat();
      const placed = placedTexts(await render(sampleInvoice({ lines })));
      for (const page of new Set(placed.map((piece) => piece.page))) {
        const rows = placed.filter(
          ({ page: on, text, left }) =>
            on === page && left < 45 && /^(Kostenstelle|Standardbrief)/.test(text),
        );
        if (rows.length === 0) continue;
        assert.match(rows[0]?.text ?? '', /^Kostenstelle/, `page ${page} with ${shift}`);
        assert.match(rows.at(-1)?.text ?? '', /^Standardbrief/, `page ${page} with ${shift}`);
        const [first] = placed.filter(
          ({ page: on, text }) => on === page && /^(Standardbrief|Zwischensumme)/.test(text),
        );
        assert.match(first?.text ?? '', /^Standardbrief/, `page ${page} with ${shift}`);
      }
    }
  });

  it('breaks no account number over two lines', async () => {
    const iban = 'DE02 1203 0000 0000 2020 51';
    for (let length = 1; length < 30; length += 3) {
      const pdf = await render({
        ...month,
        paymentTerms: `${'Bitte '.repeat(length)}auf das Konto ${iban} (Musterbank).`,
      });
      assert.ok(
        placedTexts(pdf).some(({ text }) => !text.startsWith('IBAN') && text.includes(iban)),
        `${length}`,
      );
    }
  });
});
