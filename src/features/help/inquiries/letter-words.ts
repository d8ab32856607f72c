import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  received: {
    subject: (p: { number: string }) => `Ihre Anfrage ${p.number} ist angekommen`,
    opening: 'vielen Dank für Ihre Nachricht. Sie ist bei uns angekommen.',
    promise: (p: { at: string }) => `Wir antworten bis ${p.at}.`,
    noMistake:
      'Haben Sie uns nicht geschrieben, hat jemand Ihre Adresse in unser Formular eingetragen. Dann brauchen Sie nichts zu tun.',
  },
  answered: {
    subject: (p: { number: string; subject: string }) => `Antwort auf Ihre Anfrage ${p.number}: ${p.subject}`,
    opening: (p: { author: string }) => `${p.author} hat Ihre Anfrage beantwortet:`,
    goOn: 'Möchten Sie noch etwas dazu sagen, nutzen Sie bitte das Kontaktformular und nennen Sie diese Nummer. Antworten auf diese E-Mail kommen nicht an.',
  },
  number: 'Nummer',
  about: 'Betreff',
  show: 'Anfrage im Kundenportal ansehen und antworten',
  form: 'Kontaktformular',
  closing: 'Freundliche Grüße',
  phone: 'Kundenservice',
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  received: {
    subject: (p) => `Your question ${p.number} has arrived`,
    opening: 'thank you for your message. It has arrived.',
    promise: (p) => `We will answer until ${p.at}.`,
    noMistake:
      'If you did not write to us, somebody entered your address in our form. Then there is nothing for you to do.',
  },
  answered: {
    subject: (p) => `Answer to your question ${p.number}: ${p.subject}`,
    opening: (p) => `${p.author} has answered your question:`,
    goOn: 'If you want to add something, please use the contact form and name this number. Answers to this e-mail do not arrive.',
  },
  number: 'Number',
  about: 'Subject',
  show: 'See the question in the customer portal and reply',
  form: 'Contact form',
  closing: 'Kind regards',
  phone: 'Customer service',
};

export const letterWords = { de, en };
