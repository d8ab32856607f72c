import type { Words } from '../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  subject: (p: { kind: string; number: string }) => `${p.kind} ${p.number}`,
  opening: (p: { customer: string; number: string }) =>
    `im Kundenportal liegt ein neues Dokument für ${p.customer} (Kundennummer ${p.number}).`,
  greetingNobody: 'Guten Tag,',
  copySubject: (p: { kind: string; number: string; customer: string }) =>
    `${p.kind} ${p.number} für ${p.customer}`,
  copyAttached: (p: { customer: string; number: string }) =>
    `anbei ein Dokument für ${p.customer} (Kundennummer ${p.number}).`,
  copyLinked: (p: { customer: string; number: string }) =>
    `im Kundenportal liegt ein Dokument für ${p.customer} (Kundennummer ${p.number}). Es ist zu groß für eine E-Mail.`,
  attached: (p: { names: string }) => `Anlagen: ${p.names}`,
  whyCopy:
    'Diese Adresse steht in den Rechnungseinstellungen der Firma. Dort lässt sie sich ändern oder entfernen.',
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
  greetingNobody: 'Hello,',
  copySubject: (p) => `${p.kind} ${p.number} for ${p.customer}`,
  copyAttached: (p) => `please find attached a document for ${p.customer} (customer number ${p.number}).`,
  copyLinked: (p) =>
    `there is a document for ${p.customer} (customer number ${p.number}) in the customer portal. It is too large for a mail.`,
  attached: (p) => `Attachments: ${p.names}`,
  whyCopy: 'This address is in the invoice settings of the company. There it can be changed or removed.',
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
