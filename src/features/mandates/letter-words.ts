import type { Words } from '../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  given: {
    subject: (p: { reference: string }) => `SEPA-Lastschriftmandat ${p.reference} erteilt`,
    opening: (p: { customer: string; person: string }) =>
      `für ${p.customer} wurde im Kundenportal ein SEPA-Lastschriftmandat erteilt (${p.person}).`,
  },
  changed: {
    subject: (p: { reference: string }) => `Neue Bankverbindung: SEPA-Lastschriftmandat ${p.reference}`,
    opening: (p: { customer: string; person: string }) =>
      `für ${p.customer} wurde im Kundenportal ein neues SEPA-Lastschriftmandat erteilt (${p.person}). Das frühere ist damit beendet.`,
  },
  revoked: {
    subject: (p: { reference: string }) => `SEPA-Lastschriftmandat ${p.reference} widerrufen`,
    opening: (p: { customer: string; person: string }) =>
      `das SEPA-Lastschriftmandat von ${p.customer} wurde im Kundenportal widerrufen (${p.person}). Wir ziehen nichts mehr ein; bitte überweisen Sie Ihre Rechnungen von nun an.`,
  },
  reference: 'Mandatsreferenz',
  iban: 'IBAN',
  holder: 'Kontoinhaber',
  scheme: 'Verfahren',
  creditorId: 'Gläubiger-Identifikationsnummer',
  lodge:
    'Wichtig: Eine Firmenlastschrift löst Ihre Bank nur ein, wenn ihr das Mandat vor der ersten Abbuchung vorliegt. Das PDF dazu finden Sie im Kundenportal.',
  show: 'Lastschriftmandat im Kundenportal ansehen',
  notYou: (p: { phone: string }) =>
    `Wussten Sie davon nichts? Dann rufen Sie uns bitte gleich an: ${p.phone}.`,
  closing: 'Freundliche Grüße',
  phone: 'Kundenservice',
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  given: {
    subject: (p) => `SEPA direct debit mandate ${p.reference} given`,
    opening: (p) =>
      `a SEPA direct debit mandate was given for ${p.customer} in the customer portal (${p.person}).`,
  },
  changed: {
    subject: (p) => `New bank details: SEPA direct debit mandate ${p.reference}`,
    opening: (p) =>
      `a new SEPA direct debit mandate was given for ${p.customer} in the customer portal (${p.person}). The former one has ended.`,
  },
  revoked: {
    subject: (p) => `SEPA direct debit mandate ${p.reference} revoked`,
    opening: (p) =>
      `the SEPA direct debit mandate of ${p.customer} was revoked in the customer portal (${p.person}). We no longer collect anything; please pay your invoices by transfer from now on.`,
  },
  reference: 'Mandate reference',
  iban: 'IBAN',
  holder: 'Account holder',
  scheme: 'Scheme',
  creditorId: 'Creditor identifier',
  lodge:
    'Important: your bank honours a business-to-business direct debit only if it has the mandate before the first collection. You find the PDF for it in the customer portal.',
  show: 'Show the direct debit mandate in the customer portal',
  notYou: (p) => `You did not know about this? Then please call us at once: ${p.phone}.`,
  closing: 'Kind regards',
  phone: 'Customer service',
};

export const letterWords = { de, en };
