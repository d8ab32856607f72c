import { element } from '../../xml/element.ts';
import type { InvoiceLine } from '../invoice.ts';
import { amountText, dateElement, priceText, rateText } from './values.ts';

/** UN/ECE recommendation 20: one of something. Sheets, rolls and trips have no codes of their own. */
const ONE = 'C62';
/** UNTDID 1001: the number of an order belongs to what is invoiced. */
const INVOICED_OBJECT = '130';

export const lineElement = (line: InvoiceLine) =>
  element('ram:IncludedSupplyChainTradeLineItem', [
    element('ram:AssociatedDocumentLineDocument', [
      element('ram:LineID', line.position),
      element('ram:IncludedNote', element('ram:Content', line.reference)),
    ]),
    element('ram:SpecifiedTradeProduct', [
      element('ram:SellerAssignedID', line.code),
      element('ram:Name', line.name),
    ]),
    element(
      'ram:SpecifiedLineTradeAgreement',
      element('ram:NetPriceProductTradePrice', element('ram:ChargeAmount', priceText(line.unitPrice))),
    ),
    element(
      'ram:SpecifiedLineTradeDelivery',
      element('ram:BilledQuantity', String(line.quantity), { unitCode: ONE }),
    ),
    element('ram:SpecifiedLineTradeSettlement', [
      element('ram:ApplicableTradeTax', [
        element('ram:TypeCode', 'VAT'),
        element('ram:CategoryCode', line.vat.category),
        element('ram:RateApplicablePercent', rateText(line.vat.rate)),
      ]),
      element('ram:BillingSpecifiedPeriod', [
        dateElement('ram:StartDateTime', line.from),
        dateElement('ram:EndDateTime', line.to),
      ]),
      element(
        'ram:SpecifiedTradeSettlementLineMonetarySummation',
        element('ram:LineTotalAmount', amountText(line.net)),
      ),
      line.order &&
        element('ram:AdditionalReferencedDocument', [
          element('ram:IssuerAssignedID', line.order),
          element('ram:TypeCode', INVOICED_OBJECT),
        ]),
      element('ram:ReceivableSpecifiedTradeAccountingAccount', element('ram:ID', line.costCentre)),
    ]),
  ]);
