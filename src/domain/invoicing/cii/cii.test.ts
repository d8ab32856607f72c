import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openSchema } from '../../../../test/support/xml-schema.ts';
import { ciiXml, type EInvoiceFormat } from '../index.ts';
import { debitPayment, draftLine, sampleInvoice } from '../invoice.fixture.ts';
import { credit, eInvoiceSamples, whole } from './samples.fixture.ts';

const schema = await openSchema('factur-x/FACTUR-X_EN16931.xsd');
describe('an e-invoice', () => {
  for (const [name, invoice] of Object.entries(eInvoiceSamples)) {
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

  it('names the buyer with country and VAT id where there are some', () => {
    const { buyer } = eInvoiceSamples['to a buyer abroad'] ?? whole;
    assert.match(
      ciiXml({ ...whole, buyer }, 'zugferd'),
      /<ram:BuyerTradeParty>.*<ram:CountryID>AT<.*<ram:ID schemeID="VA">ATU12345678<\/ram:ID>.*<\/ram:BuyerTradeParty>/,
    );
    assert.equal(ciiXml(whole, 'zugferd').match(/schemeID="VA"/g)?.length, 1);
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
