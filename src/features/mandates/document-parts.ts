import type { Carrier, Creditor } from '../../platform/carrier/carrier.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { asBankText } from './bank-text.ts';
import { documentWords } from './document-words.ts';
import type { MandateRow } from './queries.ts';
import { addressLine } from './view.ts';

/** A field of the form: what it is, and what stands in it; null is a place to write on. */
export interface Field {
  readonly label: string;
  readonly value: string | null;
  readonly kind: 'text' | 'iban';
  /** Of the line, in parts. */
  readonly width: number;
}

export const field = (
  label: string,
  value: string | null,
  width = 1,
  kind: Field['kind'] = 'text',
): Field => ({
  label,
  value,
  kind,
  width,
});

/** What every letter of the carrier has around its content. */
export function letterhead(
  carrier: Carrier,
  creditor: Creditor,
  language: Language,
  document: { readonly title: string; readonly day: Temporal.PlainDate },
) {
  const t = documentWords[language];
  const { day, title } = document;
  return {
    document: {
      language,
      region: language === 'de' ? 'DE' : 'GB',
      title,
      author: creditor.name,
      date: [day.year, day.month, day.day],
    },
    head: { name: carrier.name, accent: carrier.accentColour },
    foot: [
      [carrier.legalName, carrier.street, `${carrier.postcode} ${carrier.city}`],
      [`${t.phone} ${carrier.phone}`, carrier.email],
      [carrier.register, carrier.representatives, `${t.vatId} ${carrier.vatId}`],
    ].map((lines) => lines.map(asBankText)),
    pageOf: t.pageOf,
  };
}

/** Who collects, how often, and the reference. */
export function creditorRows(creditor: Creditor, language: Language, reference: Field): Field[][] {
  const t = documentWords[language];
  return [
    [field(t.name, creditor.name), field(t.creditorId, creditor.id)],
    [field(t.address, addressLine(creditor, language)), reference],
    [field(t.kind, t.recurrent)],
  ];
}

/** With lines to write on where nothing is known yet; then the customer number is asked for as well. */
export function debtorRows(
  language: Language,
  debtor:
    | (Pick<MandateRow, 'holder' | 'street' | 'postcode' | 'city' | 'country'> & { readonly iban: string })
    | undefined,
): Field[][] {
  const t = documentWords[language];
  return [
    [field(t.name, debtor?.holder ?? null, 2), ...(debtor ? [] : [field(t.customerNumber, null)])],
    [
      field(t.street, debtor?.street ?? null, 4),
      field(t.postcode, debtor?.postcode ?? null, 2),
      field(t.city, debtor?.city ?? null, 3),
      field(t.country, debtor?.country ?? null, 2),
    ],
    [field(t.iban, debtor?.iban ?? null, 1, 'iban')],
  ];
}
