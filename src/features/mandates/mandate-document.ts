import type { MandateScheme } from '../../domain/mandates/index.ts';
import type { Carrier, Creditor } from '../../platform/carrier/carrier.ts';
import { formatsFor, type Language } from '../../platform/i18n/index.ts';
import { writeIban } from '../../platform/iban.ts';
import type { PdfDocument } from '../../platform/pdf/index.ts';
import { asBankText } from './bank-text.ts';
import { creditorRows, debtorRows, field, letterhead } from './document-parts.ts';
import { documentWords } from './document-words.ts';
import type { MandateRow } from './queries.ts';
import { currentText, TEXT_VERSION } from './texts.ts';
import { countryName } from './view.ts';

/**
 * The mandate as it was given, in the language in which it was signed. Everything that binds comes from the stored
 * copy; the letterhead is the carrier's of today.
 * @param iban in clear; the only page of paper on which it stands so
 */
export function mandateDocument(row: MandateRow, iban: string, carrier: Carrier): PdfDocument {
  const { language, scheme, reference } = row;
  const t = documentWords[language];
  const formats = formatsFor(language, carrier.timeZone);
  const day = row.given_at.toZonedDateTimeISO(carrier.timeZone).toPlainDate();
  const date = formats.shortDate(day);
  const creditor = {
    id: row.creditor_id,
    name: row.creditor_name,
    street: row.creditor_street,
    postcode: row.creditor_postcode,
    city: row.creditor_city,
    country: row.creditor_country,
  };
  const isForeign = row.country !== creditor.country;
  return {
    template: 'mandate',
    standard: 'a-2a',
    at: row.given_at,
    data: {
      ...letterhead(carrier, creditor, language, { title: `${t.headings[scheme]} ${reference}`, day }),
      sender: `${creditor.name} · ${creditor.street} · ${creditor.postcode} ${creditor.city}`,
      recipient: [
        row.holder,
        row.street,
        `${row.postcode} ${row.city}`,
        ...(isForeign ? [countryName(row.country, language).toUpperCase()] : []),
      ],
      facts: [
        [t.customerNumber, reference.slice(0, reference.indexOf('-'))],
        [t.reference, reference],
        [t.date, date],
      ],
      heading: t.headings[scheme],
      intro: scheme === 'B2B' ? t.lodge : null,
      creditor: { title: t.creditor, rows: creditorRows(creditor, language, field(t.reference, reference)) },
      authorisation: { title: t.authorisation, paragraphs: [row.authorisation, row.conditions] },
      debtor: {
        title: t.holder,
        rows: debtorRows(language, {
          ...row,
          country: countryName(row.country, language),
          iban: writeIban(iban),
        }),
      },
      signature: {
        rows: [
          [field(t.placeAndDate, `${row.place}, ${date}`), field(t.signatureOf, row.signature)],
          ...(scheme === 'B2B' ? [[field(t.placeAndDate, null), field(t.forTheBank, null)]] : []),
        ],
      },
      closing: t.closing({
        name: asBankText(row.given_by_name),
        at: formats.dateTime(row.given_at),
        version: row.text_version,
      }),
    },
  };
}

/** The form to be printed, filled in and signed; the same for everybody. */
export function emptyForm(
  form: { readonly scheme: MandateScheme; readonly language: Language },
  carrier: Carrier,
  creditor: Creditor,
): PdfDocument {
  const { scheme, language } = form;
  const t = documentWords[language];
  const { authorisation, conditions } = currentText(language, scheme, creditor.name);
  const day = Temporal.PlainDate.from(`${TEXT_VERSION}-01`);
  return {
    template: 'mandate',
    standard: 'ua-1',
    at: day.toZonedDateTime(carrier.timeZone).toInstant(),
    data: {
      ...letterhead(carrier, creditor, language, { title: t.headings[scheme], day }),
      sender: '',
      recipient: [creditor.name, creditor.street, `${creditor.postcode} ${creditor.city}`],
      facts: [],
      heading: t.headings[scheme],
      intro: scheme === 'B2B' ? t.fillInB2B : t.fillIn,
      creditor: { title: t.creditor, rows: creditorRows(creditor, language, field(t.referenceLater, null)) },
      authorisation: { title: t.authorisation, paragraphs: [authorisation, conditions] },
      debtor: { title: t.holder, rows: debtorRows(language, undefined) },
      signature: { rows: [[field(t.placeAndDate, null), field(t.signature, null)]] },
      closing: t.version({ version: TEXT_VERSION }),
    },
  };
}
