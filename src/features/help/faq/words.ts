import type { FaqTopic } from '../../../domain/inquiries.ts';
import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  title: 'Hilfe',
  lead: 'Antworten auf häufige Fragen, und wie Sie uns erreichen.',
  searchLabel: 'Fragen und Antworten durchsuchen',
  search: 'Wonach suchen Sie?',
  all: (p: { count: number }) => `${p.count} Fragen und Antworten`,
  found: (p: { count: number }) => (p.count === 1 ? '1 Antwort gefunden' : `${p.count} Antworten gefunden`),
  nothing: 'Dazu haben wir noch keine Antwort',
  nothingText: 'Versuchen Sie es mit anderen Wörtern, oder fragen Sie uns.',
  topics: {
    access: 'Zugang und Anmeldung',
    users: 'Benutzer und Rechte',
    ordering: 'Bestellen',
    services: 'Abholungen und Termine',
    changes: 'Ändern und Stornieren',
    payment: 'Bezahlung',
    documents: 'Rechnungen und Berichte',
    data: 'Stammdaten und Datenschutz',
  } as Record<FaqTopic, string>,
  ask: 'Frage stellen',
  notFound: 'Nicht dabei?',
  notFoundText: 'Schreiben Sie uns. Die Antwort kommt per E-Mail und steht auch im Portal.',
  inquiries: 'Ihre Anfragen',
};

const en: Words<typeof de> = {
  title: 'Help',
  lead: 'Answers to frequent questions, and how to reach us.',
  searchLabel: 'Search questions and answers',
  search: 'What are you looking for?',
  all: (p) => `${p.count} questions and answers`,
  found: (p) => (p.count === 1 ? '1 answer found' : `${p.count} answers found`),
  nothing: 'We have no answer to this yet',
  nothingText: 'Try other words, or ask us.',
  topics: {
    access: 'Access and signing in',
    users: 'Users and rights',
    ordering: 'Ordering',
    services: 'Pickups and dates',
    changes: 'Changing and cancelling',
    payment: 'Payment',
    documents: 'Invoices and reports',
    data: 'Master data and privacy',
  },
  ask: 'Ask a question',
  notFound: 'Not among them?',
  notFoundText: 'Write to us. The answer comes by e-mail and is kept in the portal, too.',
  inquiries: 'Your questions',
};

export const words = { de, en };
