import {
  debitDueOn,
  type EInvoiceFormat,
  type Payment,
  transferDueOn,
} from '../../../domain/invoicing/index.ts';
import type { BankAccount, Carrier } from '../../../platform/carrier/carrier.ts';
import { type Formats, formatsFor, type Language } from '../../../platform/i18n/index.ts';
import { writeIban } from '../../../platform/iban.ts';
import type { CollectingMandate } from '../../mandates/index.ts';
import { documentWords } from '../document/words.ts';

/** How an invoice is paid: collected where there is a mandate, transferred otherwise. */
export function paymentOf(options: {
  readonly carrier: Carrier;
  readonly bank: BankAccount;
  readonly mandate: CollectingMandate | undefined;
  readonly issuedOn: Temporal.PlainDate;
  readonly format: EInvoiceFormat;
  readonly appKey: string;
}): Exclude<Payment, { kind: 'set-off' }> {
  const { carrier, bank, mandate, issuedOn, format, appKey } = options;
  if (!mandate) {
    const dueOn = transferDueOn(issuedOn, carrier.paymentDays).toString();
    return { kind: 'transfer', dueOn, holder: carrier.legalName, ...bank };
  }
  return {
    kind: 'debit',
    dueOn: debitDueOn(issuedOn, carrier.debitNoticeDays).toString(),
    scheme: mandate.scheme,
    mandate: mandate.reference,
    creditorId: mandate.creditorId,
    maskedIban: mandate.maskedIban,
    iban: format === 'xrechnung' ? mandate.iban(appKey) : null,
  };
}

/** The sentence that says so: for a debit it is the announcement that SEPA asks for. */
export function termsOf(
  payment: Payment,
  about: {
    readonly number: string;
    readonly gross: number;
    readonly language: Language;
    readonly timeZone: string;
  },
): string {
  const t = documentWords[about.language];
  if (payment.kind === 'set-off') return t.setOffTerms;
  const formats: Formats = formatsFor(about.language, about.timeZone);
  const date = formats.shortDate(Temporal.PlainDate.from(payment.dueOn));
  if (payment.kind === 'transfer') {
    return t.transferTerms({ ...payment, date, iban: writeIban(payment.iban), number: about.number });
  }
  return t.debitTerms({
    date,
    amount: formats.money(about.gross),
    iban: payment.maskedIban,
    mandate: payment.mandate,
    creditorId: payment.creditorId,
    scheme: t.schemes[payment.scheme],
  });
}
