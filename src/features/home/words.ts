import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Übersicht',
  greeting: (p: { name: string }) => `Guten Tag, ${p.name}`,
  lead: (p: { customer: string; number: string }) => `${p.customer}, Kundennummer ${p.number}`,
  next: 'Ihre nächsten Termine',
  noNext: 'Zurzeit ist nichts gebucht',
  noNextText: 'Hier sehen Sie Ihre nächsten Lieferungen und Abholungen mit ihren Fristen.',
  when: 'Termin',
  what: 'Leistung',
  where: 'Adresse',
  cancelUntil: 'Stornierbar bis',
  final: 'verbindlich',
  seeOrder: 'siehe Auftrag',
  latest: 'Letzte Aufträge',
  all: 'Alle Aufträge',
  quick: 'Was möchten Sie tun?',
  order: 'Briefmarken, Label und Kisten bestellen',
  pickup: 'Abholung buchen',
  list: 'Aufträge ansehen',
  service: 'Wir sind für Sie da',
};

const en: Words<typeof de> = {
  title: 'Overview',
  greeting: (p) => `Hello, ${p.name}`,
  lead: (p) => `${p.customer}, customer number ${p.number}`,
  next: 'Your next dates',
  noNext: 'Nothing is booked at the moment',
  noNextText: 'Here you will see your next deliveries and pickups with their deadlines.',
  when: 'Date',
  what: 'Service',
  where: 'Address',
  cancelUntil: 'Can be cancelled until',
  final: 'final',
  seeOrder: 'see the order',
  latest: 'Latest orders',
  all: 'All orders',
  quick: 'What would you like to do?',
  order: 'Order stamps, labels and boxes',
  pickup: 'Book a pickup',
  list: 'See orders',
  service: 'We are here for you',
};

export const words = { de, en };
