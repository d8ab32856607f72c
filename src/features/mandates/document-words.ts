import type { MandateScheme } from '../../domain/mandates/index.ts';
import type { Words } from '../../platform/i18n/index.ts';

const de = {
  headings: {
    CORE: 'SEPA-Lastschriftmandat',
    B2B: 'SEPA-Firmenlastschrift-Mandat',
  } satisfies Record<MandateScheme, string>,
  fileNames: {
    CORE: 'SEPA-Lastschriftmandat',
    B2B: 'SEPA-Firmenlastschrift-Mandat',
  } satisfies Record<MandateScheme, string>,
  customerNumber: 'Kundennummer',
  reference: 'Mandatsreferenz',
  referenceLater: 'Mandatsreferenz (trägt der Zahlungsempfänger ein)',
  date: 'Datum',
  creditor: 'Zahlungsempfänger',
  name: 'Name',
  address: 'Anschrift',
  creditorId: 'Gläubiger-Identifikationsnummer',
  kind: 'Zahlungsart',
  recurrent: 'Wiederkehrende Zahlungen',
  authorisation: 'Ermächtigung',
  holder: 'Kontoinhaber',
  street: 'Straße und Hausnummer',
  postcode: 'Postleitzahl',
  city: 'Ort',
  country: 'Land',
  iban: 'IBAN',
  placeAndDate: 'Ort, Datum',
  signature: 'Unterschrift',
  signatureOf: 'Unterschrift (eingegebener Name)',
  forTheBank: 'Unterschrift für Ihre Bank',
  lodge:
    'Bitte unterschreiben Sie diese Ausfertigung und legen Sie sie Ihrer Bank vor der ersten Abbuchung vor. Ohne sie löst die Bank eine Firmenlastschrift nicht ein.',
  fillIn: 'Bitte in Druckschrift ausfüllen, unterschreiben und an die obige Anschrift senden.',
  fillInB2B:
    'Bitte in Druckschrift ausfüllen, unterschreiben und an die obige Anschrift senden. Ihrer Bank muss das Mandat vor der ersten Abbuchung vorliegen.',
  closing: (p: { name: string; at: string; version: string }) =>
    `Elektronisch erteilt im Kundenportal von ${p.name} am ${p.at}, nach erneuter Prüfung der Identität. Textfassung ${p.version}.`,
  version: (p: { version: string }) => `Textfassung ${p.version}`,
  phone: 'Telefon',
  vatId: 'USt-IdNr.',
  pageOf: 'Seite {page} von {pages}',
};

const en: Words<typeof de> = {
  headings: {
    CORE: 'SEPA Direct Debit Mandate',
    B2B: 'SEPA Business-to-Business Direct Debit Mandate',
  },
  fileNames: { CORE: 'SEPA-Direct-Debit-Mandate', B2B: 'SEPA-B2B-Direct-Debit-Mandate' },
  customerNumber: 'Customer number',
  reference: 'Mandate reference',
  referenceLater: 'Mandate reference (to be completed by the creditor)',
  date: 'Date',
  creditor: 'Creditor',
  name: 'Name',
  address: 'Address',
  creditorId: 'Creditor identifier',
  kind: 'Type of payment',
  recurrent: 'Recurrent payments',
  authorisation: 'Authorisation',
  holder: 'Account holder',
  street: 'Street and number',
  postcode: 'Postcode',
  city: 'Town',
  country: 'Country',
  iban: 'IBAN',
  placeAndDate: 'Place, date',
  signature: 'Signature',
  signatureOf: 'Signature (typed name)',
  forTheBank: 'Signature for your bank',
  lodge:
    'Please sign this copy and lodge it with your bank before the first collection. Without it the bank does not honour a business-to-business direct debit.',
  fillIn: 'Please complete in block letters, sign, and send to the above address.',
  fillInB2B:
    'Please complete in block letters, sign, and send to the above address. Your bank must have the mandate before the first collection.',
  closing: (p) =>
    `Given electronically in the customer portal by ${p.name} on ${p.at}, after their identity was checked once more. Text version ${p.version}.`,
  version: (p) => `Text version ${p.version}`,
  phone: 'Phone',
  vatId: 'VAT ID',
  pageOf: 'Page {page} of {pages}',
};

export const documentWords = { de, en };
