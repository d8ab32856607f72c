import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { eInvoiceFaults, rulesAsked } from '../../../../test/support/e-invoice.ts';
import { ciiXml, type EInvoiceFormat, type Invoice } from '../index.ts';
import { draftLine, sampleInvoice } from '../invoice.fixture.ts';
import { eInvoiceSamples, whole } from './samples.fixture.ts';

/** XRechnung wants the debited account named, which no other format needs: a run never writes it without. */
const fits = (invoice: Invoice, format: EInvoiceFormat) =>
  format === 'zugferd' || invoice.payment.kind !== 'debit' || invoice.payment.iban !== null;

describe('the official rules', () => {
  for (const [name, invoice] of Object.entries(eInvoiceSamples)) {
    for (const format of ['zugferd', 'xrechnung'] satisfies EInvoiceFormat[]) {
      if (!fits(invoice, format)) continue;
      it(`have nothing against a document that is ${name}, ${format}`, () => {
        assert.deepEqual(eInvoiceFaults(ciiXml(invoice, format)), []);
      });
    }
  }

  it('are really asked', () => {
    const asked = rulesAsked(ciiXml(whole, 'xrechnung'));
    for (const rule of ['BR-CO-10', 'BR-CO-15', 'BR-S-08', 'BR-E-10', 'BR-CL-23', 'BR-DE-15', 'BR-DE-21']) {
      assert.ok(asked.has(rule), rule);
    }
    assert.ok(asked.size > 600, `${asked.size}`);
  });

  /** One thing wrong in an invoice that is right otherwise. */
  const WRONG: readonly (readonly [rule: string, search: string | RegExp, replacement: string])[] = [
    ['BR-CO-10', /(<ram:SpecifiedTradeSettlementHeader.*?<ram:LineTotalAmount>)\d+/s, '$11'],
    ['BR-CO-15', /<ram:GrandTotalAmount>\d+/, '<ram:GrandTotalAmount>9'],
    ['BR-CO-16', /<ram:DuePayableAmount>\d+/, '<ram:DuePayableAmount>9'],
    ['BR-CO-14', /<ram:TaxTotalAmount currencyID="EUR">\d+/, '<ram:TaxTotalAmount currencyID="EUR">9'],
    ['BR-CO-09', 'schemeID="VA">DE', 'schemeID="VA">'],
    ['BR-E-10', /<ram:ExemptionReason>[^<]*<\/ram:ExemptionReason>/, ''],
    ['BR-S-05', '<ram:RateApplicablePercent>19.00', '<ram:RateApplicablePercent>0.00'],
    ['BR-25', /<ram:Name>Standardbrief<\/ram:Name>/, '<ram:Name> </ram:Name>'],
    ['BR-27', '<ram:ChargeAmount>0.7100', '<ram:ChargeAmount>-0.7100'],
    ['BR-CL-01', '<ram:TypeCode>380<', '<ram:TypeCode>999<'],
    ['BR-CL-04', '<ram:InvoiceCurrencyCode>EUR', '<ram:InvoiceCurrencyCode>EUX'],
    ['BR-CL-14', '<ram:CountryID>DE', '<ram:CountryID>DD'],
    ['BR-CL-23', 'unitCode="C62"', 'unitCode="Stück"'],
    ['BR-CL-25', 'schemeID="EM"', 'schemeID="E-MAIL"'],
    ['BR-29', /(<ram:BillingSpecifiedPeriod>.*?102">)2026/gs, '$12027'],
    ['BR-DE-15', /<ram:BuyerReference>[^<]*<\/ram:BuyerReference>/, ''],
    ['BR-DE-2', /<ram:DefinedTradeContact>.*?<\/ram:DefinedTradeContact>/s, ''],
    ['BR-DE-8', /(<ram:BuyerTradeParty>.*?)<ram:CityName>[^<]*<\/ram:CityName>/s, '$1'],
    [
      'BR-DE-23-a',
      /<ram:PayeePartyCreditorFinancialAccount>.*?<\/ram:PayeePartyCreditorFinancialAccount>/s,
      '',
    ],
  ];
  for (const [rule, search, replacement] of WRONG) {
    it(`find what breaks ${rule}`, () => {
      const right = ciiXml(whole, 'xrechnung');
      const wrong = right.replace(search, replacement);
      assert.notEqual(wrong, right, 'nothing was changed');
      const faults = eInvoiceFaults(wrong);
      assert.ok(
        faults.some((fault) => fault.startsWith(`[${rule}]`)),
        `${rule}: ${faults.join('\n')}`,
      );
    });
  }

  it('agree that whatever is charged adds up', () => {
    const basket = fc.array(
      fc.record({
        unitPrice: fc.nat(2_500_000),
        quantity: fc.integer({ min: -500, max: 250_000 }),
        vat: fc.constantFrom(
          { category: 'S' as const, rate: 1900, reason: '' },
          { category: 'S' as const, rate: 700, reason: '' },
          { category: 'E' as const, rate: 0, reason: 'Steuerfrei nach § 4 Nr. 11b UStG' },
          { category: 'Z' as const, rate: 0, reason: '' },
        ),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(basket, fc.constantFrom<EInvoiceFormat>('zugferd', 'xrechnung'), (lines, format) => {
        const invoice = sampleInvoice({ lines: lines.map((changes) => draftLine(changes)) });
        assert.deepEqual(eInvoiceFaults(ciiXml(invoice, format)), []);
      }),
      { numRuns: 20 },
    );
  });
});
