import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openSchema } from '../../../../test/support/xml-schema.ts';
import { ciiXml, type EInvoiceFormat, type Invoice, reversal } from '../index.ts';
import { debitPayment, draftLine, sampleInvoice } from '../invoice.fixture.ts';

const schema = await openSchema('factur-x/FACTUR-X_EN16931.xsd');
const EXEMPT = { category: 'E', rate: 0, reason: 'Steuerfrei nach § 4 Nr. 11b UStG' } as const;

const whole = sampleInvoice({
  lines: [
    draftLine({ reference: 'Az. 12/26 <Müller> & "Söhne"', order: 'A-000012' }),
    draftLine({ unitPrice: 7125, quantity: 3, costCentre: '', code: '' }),
    draftLine({ unitPrice: 35_000, quantity: 2, vat: EXEMPT, from: '2026-11-12', to: '2026-11-12' }),
    draftLine({ quantity: -5, reference: 'Zählung vom 3.11. berichtigt' }),
  ],
  notes: ['Bestellzeichen 4711'],
});

const credit = reversal(whole, [{ position: 1, quantity: 10 }], {
  kind: 'correction',
  number: 'G-2026-000001',
  issuedOn: '2026-12-08',
  paymentTerms: 'Der Betrag wird verrechnet.',
  notes: ['Zu viel gezählt'],
  seller: whole.seller,
});

const documents: Record<string, Invoice> = {
  'paid by transfer': whole,
  'paid by debit': { ...whole, payment: debitPayment },
  'paid by debit from a named account': {
    ...whole,
    payment: { ...debitPayment, iban: 'DE89370400440532013000' },
  },
  'a correction': credit,
  'a cancellation': { ...credit, kind: 'cancellation' },
  'for an authority': {
    ...whole,
    buyer: { ...whole.buyer, electronicAddress: { scheme: '0204', id: '11-BERLIN1-34' } },
    buyerReference: '11-BERLIN1-34',
  },
  'with the least there is': {
    ...sampleInvoice({ lines: [draftLine({ code: '', costCentre: '' })] }),
    seller: { ...whole.seller, taxNumber: '', legalNote: '' },
    buyer: { ...whole.buyer, electronicAddress: null },
  },
};

describe('an e-invoice', () => {
  for (const [name, invoice] of Object.entries(documents)) {
    for (const format of ['zugferd', 'xrechnung'] satisfies EInvoiceFormat[]) {
      it(`keeps the official schema: ${name}, ${format}`, () => {
        assert.deepEqual(schema.faults(ciiXml(invoice, format)), []);
      });
    }
  }

  it('is refused by the schema when an element is out of place, so that the test above means something', () => {
    const xml = ciiXml(whole, 'zugferd');
    const wrong = xml.replace(/<ram:TypeCode>380<\/ram:TypeCode>/, '');
    assert.notEqual(wrong, xml);
    assert.match(schema.faults(wrong).join(), /ExchangedDocument|IssueDateTime/);
  });

  it('says which rules it keeps', () => {
    assert.match(ciiXml(whole, 'zugferd'), /<ram:ID>urn:cen\.eu:en16931:2017<\/ram:ID>/);
    assert.match(ciiXml(whole, 'xrechnung'), /#compliant#urn:xeinkauf\.de:kosit:xrechnung_3\.0</);
  });

  it('writes amounts, prices and rates as the norm does', () => {
    const xml = ciiXml(whole, 'zugferd');
    for (const part of [
      '<ram:ChargeAmount>0.7125</ram:ChargeAmount>',
      '<ram:BilledQuantity unitCode="C62">-5</ram:BilledQuantity>',
      '<ram:LineTotalAmount>-3.55</ram:LineTotalAmount>',
      '<ram:RateApplicablePercent>19.00</ram:RateApplicablePercent>',
      `<ram:TaxTotalAmount currencyID="EUR">${(whole.tax / 100).toFixed(2)}</ram:TaxTotalAmount>`,
      `<ram:DuePayableAmount>${(whole.gross / 100).toFixed(2)}</ram:DuePayableAmount>`,
      '<udt:DateTimeString format="102">20261130</udt:DateTimeString>',
      '<ram:ExemptionReason>Steuerfrei nach § 4 Nr. 11b UStG</ram:ExemptionReason>',
    ]) {
      assert.ok(xml.includes(part), part);
    }
  });

  it('names how it is paid', () => {
    const debit = ciiXml({ ...whole, payment: debitPayment }, 'zugferd');
    for (const part of [
      '<ram:TypeCode>59</ram:TypeCode>',
      '<ram:DirectDebitMandateID>D100001-0001</ram:DirectDebitMandateID>',
      '<ram:CreditorReferenceID>DE98ZZZ09999999999</ram:CreditorReferenceID>',
    ]) {
      assert.ok(debit.includes(part), part);
    }
    assert.ok(!debit.includes('IBANID'), 'an account number where none is asked for');
    assert.ok(ciiXml(whole, 'zugferd').includes('<ram:IBANID>DE02120300000000202051</ram:IBANID>'));
    assert.ok(ciiXml(credit, 'zugferd').includes('<ram:TypeCode>97</ram:TypeCode>'));
  });

  it('names the invoice that it takes back, and has positive amounts', () => {
    const xml = ciiXml(credit, 'zugferd');
    assert.ok(xml.includes('<ram:TypeCode>381</ram:TypeCode>'));
    assert.match(xml, /<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>R-2026-000017<.*20261201/);
    assert.ok(xml.includes(`<ram:GrandTotalAmount>${(credit.gross / 100).toFixed(2)}<`));
  });

  it('keeps whatever people typed as text, whole, and stays well-formed', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(']]>', '<!--', '&amp;', '<ram:ID>x</ram:ID>', '\u0000\u0008\ud800', 'x'.repeat(5000)),
    );
    fc.assert(
      fc.property(anyText, anyText, (reference, name) => {
        const invoice = sampleInvoice({
          lines: [draftLine({ reference, name: `N${name}` })],
          buyerReference: `R${reference}`,
        });
        assert.deepEqual(schema.faults(ciiXml(invoice, 'xrechnung')), []);
      }),
      { numRuns: 60 },
    );
    const long = `${'Aktenzeichen '.repeat(30)}Ende`;
    assert.ok(ciiXml(sampleInvoice({ lines: [draftLine({ reference: long })] }), 'zugferd').includes(long));
  });
});
