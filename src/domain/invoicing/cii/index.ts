import { element, requiredElement } from '../../xml/element.ts';
import type { DocumentKind, Invoice } from '../invoice.ts';
import { lineElement } from './lines.ts';
import { buyerElement, sellerElement } from './parties.ts';
import { settlementElement } from './settlement.ts';
import { dateElement } from './values.ts';

/** Which rules an e-invoice says that it keeps: the European standard, or what German authorities ask for. */
export type EInvoiceFormat = 'zugferd' | 'xrechnung';

const GUIDELINE: Record<EInvoiceFormat, string> = {
  zugferd: 'urn:cen.eu:en16931:2017',
  xrechnung: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
};
const PROCESS = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

/** UNTDID 1001. What takes an invoice back is a credit note: its amounts are positive. */
const TYPE: Record<DocumentKind, string> = { invoice: '380', correction: '381', cancellation: '381' };

const NAMESPACES = {
  'xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  'xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  'xmlns:qdt': 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  'xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
};

/**
 * The invoice as an EN 16931 e-invoice in the syntax CII (Cross Industry Invoice). Whatever people typed stays text.
 * The order of the elements is that of the schema.
 */
export function ciiXml(invoice: Invoice, format: EInvoiceFormat): string {
  const root = element(
    'rsm:CrossIndustryInvoice',
    [
      element('rsm:ExchangedDocumentContext', [
        element('ram:BusinessProcessSpecifiedDocumentContextParameter', element('ram:ID', PROCESS)),
        element('ram:GuidelineSpecifiedDocumentContextParameter', element('ram:ID', GUIDELINE[format])),
      ]),
      element('rsm:ExchangedDocument', [
        element('ram:ID', invoice.number),
        element('ram:TypeCode', TYPE[invoice.kind]),
        dateElement('ram:IssueDateTime', invoice.issuedOn),
        invoice.notes.map((note) => element('ram:IncludedNote', element('ram:Content', note))),
      ]),
      element('rsm:SupplyChainTradeTransaction', [
        invoice.lines.map(lineElement),
        element('ram:ApplicableHeaderTradeAgreement', [
          element('ram:BuyerReference', invoice.buyerReference),
          sellerElement(invoice.seller),
          buyerElement(invoice.buyer),
        ]),
        requiredElement(
          'ram:ApplicableHeaderTradeDelivery',
          element('ram:ActualDeliverySupplyChainEvent', dateElement('ram:OccurrenceDateTime', invoice.to)),
        ),
        settlementElement(invoice),
      ]),
    ],
    NAMESPACES,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root?.source}\n`;
}
