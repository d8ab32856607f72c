import { element } from '../../xml/element.ts';
import type { Invoice, Payment } from '../invoice.ts';
import { amountText, dateElement, rateText } from './values.ts';

/** UNTDID 4461: credit transfer, direct debit (both SEPA), clearing between partners. */
const MEANS: Record<Payment['kind'], string> = { transfer: '58', debit: '59', 'set-off': '97' };

/** How it is paid, the tax by category, the period, the sums, and the document that is corrected. */
export function settlementElement(invoice: Invoice) {
  const { payment, preceding } = invoice;
  return element('ram:ApplicableHeaderTradeSettlement', [
    payment.kind === 'debit' ? element('ram:CreditorReferenceID', payment.creditorId) : null,
    element('ram:PaymentReference', invoice.number),
    element('ram:InvoiceCurrencyCode', 'EUR'),
    paymentMeans(payment),
    invoice.vat.map((share) =>
      element('ram:ApplicableTradeTax', [
        element('ram:CalculatedAmount', amountText(share.tax)),
        element('ram:TypeCode', 'VAT'),
        element('ram:ExemptionReason', share.reason),
        element('ram:BasisAmount', amountText(share.base)),
        element('ram:CategoryCode', share.category),
        element('ram:RateApplicablePercent', rateText(share.rate)),
      ]),
    ),
    element('ram:BillingSpecifiedPeriod', [
      dateElement('ram:StartDateTime', invoice.from),
      dateElement('ram:EndDateTime', invoice.to),
    ]),
    element('ram:SpecifiedTradePaymentTerms', [
      element('ram:Description', invoice.paymentTerms),
      payment.kind === 'set-off' ? null : dateElement('ram:DueDateDateTime', payment.dueOn),
      payment.kind === 'debit' ? element('ram:DirectDebitMandateID', payment.mandate) : null,
    ]),
    sums(invoice),
    preceding &&
      element('ram:InvoiceReferencedDocument', [
        element('ram:IssuerAssignedID', preceding.number),
        element(
          'ram:FormattedIssueDateTime',
          element('qdt:DateTimeString', preceding.issuedOn.replaceAll('-', ''), { format: '102' }),
        ),
      ]),
  ]);
}

const paymentMeans = (payment: Payment) =>
  element('ram:SpecifiedTradeSettlementPaymentMeans', [
    element('ram:TypeCode', MEANS[payment.kind]),
    payment.kind === 'debit'
      ? element('ram:PayerPartyDebtorFinancialAccount', element('ram:IBANID', payment.iban))
      : null,
    payment.kind === 'transfer'
      ? [
          element('ram:PayeePartyCreditorFinancialAccount', [
            element('ram:IBANID', payment.iban),
            element('ram:AccountName', payment.holder),
          ]),
          element('ram:PayeeSpecifiedCreditorFinancialInstitution', element('ram:BICID', payment.bic)),
        ]
      : null,
  ]);

const sums = ({ net, tax, gross }: Invoice) =>
  element('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
    element('ram:LineTotalAmount', amountText(net)),
    element('ram:TaxBasisTotalAmount', amountText(net)),
    element('ram:TaxTotalAmount', amountText(tax), { currencyID: 'EUR' }),
    element('ram:GrandTotalAmount', amountText(gross)),
    element('ram:DuePayableAmount', amountText(gross)),
  ]);
