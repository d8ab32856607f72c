import type { Words } from '../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  subject: (p: { kind: string; number: string }) => `${p.kind} ${p.number}`,
  opening: (p: { customer: string; number: string }) =>
    `im Kundenportal liegt ein neues Dokument für ${p.customer} (Kundennummer ${p.number}).`,
  kind: 'Art',
  number: 'Nummer',
  about: 'Betrifft',
  period: 'Zeitraum',
  date: 'Datum',
  gross: 'Betrag',
  due: 'Fällig am',
  show: 'Dokument ansehen',
  whyYou: 'Welche Nachrichten Sie bekommen, bestimmen Sie unter „Konto und Einstellungen“.',
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  subject: (p) => `${p.kind} ${p.number}`,
  opening: (p) =>
    `there is a new document for ${p.customer} (customer number ${p.number}) in the customer portal.`,
  kind: 'Kind',
  number: 'Number',
  about: 'About',
  period: 'Period',
  date: 'Date',
  gross: 'Amount',
  due: 'Due on',
  show: 'Show the document',
  whyYou: 'You choose the messages that you get under “Account and settings”.',
};

export const letterWords = { de, en };
