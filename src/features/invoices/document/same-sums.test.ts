import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { eInvoiceSamples } from '../../../domain/invoicing/cii/samples.fixture.ts';
import {
  ciiXml,
  type DraftLine,
  type EInvoiceFormat,
  type Invoice,
  type VatTreatment,
} from '../../../domain/invoicing/index.ts';
import { draftLine, sampleInvoice } from '../../../domain/invoicing/invoice.fixture.ts';
import { openPdfRenderer } from '../../../platform/pdf/index.ts';
import { attachedFiles, metadataOf, pdfText } from '../../../platform/pdf/pdf-text.fixture.ts';
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
const LANGUAGES = ['de', 'en'] as const;

/** What the page of an invoice shows of amounts, as the template gets them. */
interface PageAmounts {
  readonly groups: readonly {
    readonly lines: readonly { readonly net: string }[];
    readonly sum: { readonly net: string } | null;
  }[];
  readonly sums: readonly (readonly [string, string])[];
  readonly total: readonly [string, string];
}

const documentOf = (invoice: Invoice, xml: string, format: EInvoiceFormat = 'zugferd') =>
  invoiceDocument(invoice, { xml, format }, CARRIER);

/** An amount as people write it in either language, in cents. */
function cents(written: string): bigint {
  const digits = written.replaceAll(/\D/g, '');
  return /[-−]/.test(written) ? -BigInt(digits) : BigInt(digits);
}

/** All amounts of an element in the XML, in cents. */
const amountsIn = (xml: string, name: string): bigint[] =>
  [...xml.matchAll(new RegExp(`<ram:${name}(?: [^>]*)?>([^<]+)</ram:${name}>`, 'g'))].map(([, value = '']) =>
    cents(value),
  );

const treatment: fc.Arbitrary<VatTreatment> = fc.constantFrom(
  { category: 'S', rate: 1900, reason: '' },
  { category: 'S', rate: 700, reason: '' },
  { category: 'Z', rate: 0, reason: '' },
  { category: 'E', rate: 0, reason: 'Steuerfrei nach § 4 Nr. 11b UStG' },
);
const line: fc.Arbitrary<DraftLine> = fc
  .record({
    unitPrice: fc.nat(2_500_000),
    quantity: fc.integer({ min: -500, max: 250_000 }),
    vat: treatment,
    costCentre: fc.constantFrom('', '1100 Prozessabteilung', '1200 Notariat'),
  })
  .map((changes) => draftLine(changes));

describe('page and XML of an invoice', () => {
  it('name the same amounts, whatever is charged and in whichever language', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...LANGUAGES),
        (lines, language) => {
          // lines stand together by cost centre already, as a run puts them
          const sorted = lines.toSorted((a, b) => (a.costCentre < b.costCentre ? -1 : 1));
          const invoice = sampleInvoice({ lines: sorted, language });
          const xml = ciiXml(invoice, 'zugferd');
          const page = documentOf(invoice, xml).data as unknown as PageAmounts;
          const [, ...taxes] = page.sums;
          assert.deepEqual(
            page.groups.flatMap((group) => group.lines.map(({ net }) => cents(net))),
            amountsIn(xml, 'LineTotalAmount').slice(0, -1),
          );
          assert.deepEqual(
            page.sums.slice(0, 1).map(([, amount]) => cents(amount)),
            amountsIn(xml, 'TaxBasisTotalAmount'),
          );
          assert.deepEqual(
            taxes.map(([, amount]) => cents(amount)),
            amountsIn(xml, 'CalculatedAmount'),
          );
          assert.deepEqual([cents(page.total[1])], amountsIn(xml, 'GrandTotalAmount'));
          assert.deepEqual(amountsIn(xml, 'DuePayableAmount'), amountsIn(xml, 'GrandTotalAmount'));
          for (const { lines: own, sum } of page.groups) {
            if (sum === null) continue;
            assert.equal(
              cents(sum.net),
              own.reduce((total, { net }) => total + cents(net), 0n),
            );
          }
        },
      ),
    );
  });

  for (const [name, sample] of Object.entries(eInvoiceSamples)) {
    it(`go together and claim what they are when the document is ${name}`, async () => {
      for (const language of LANGUAGES) {
        for (const format of ['zugferd', 'xrechnung'] satisfies EInvoiceFormat[]) {
          const invoice = { ...sample, language };
          const xml = ciiXml(invoice, format);
          const document = documentOf(invoice, xml, format);
          const pdf = await renderer.render(document);
          const [file, ...others] = attachedFiles(pdf);
          const fileName = format === 'zugferd' ? 'factur-x.xml' : 'xrechnung.xml';
          assert.deepEqual([file?.name, file?.relationship, others.length], [fileName, 'Alternative', 0]);
          assert.equal(file?.content, xml);
          const xmp = metadataOf(pdf);
          for (const claim of [
            '<pdfaid:part>3</pdfaid:part>',
            '<pdfaid:conformance>A</pdfaid:conformance>',
            '<pdfuaid:part>1</pdfuaid:part>',
            `<fx:DocumentFileName>${fileName}</fx:DocumentFileName>`,
            `<fx:ConformanceLevel>${format === 'zugferd' ? 'EN 16931' : 'XRECHNUNG'}</fx:ConformanceLevel>`,
          ]) {
            assert.ok(xmp.includes(claim), claim);
          }
          const text = pdfText(pdf);
          const { sums, total } = document.data as unknown as PageAmounts;
          for (const [, amount] of [...sums, total]) assert.ok(text.includes(plain(amount)), amount);
        }
      }
    });
  }
});

/** Spaces are spaces in what is read from a page. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
