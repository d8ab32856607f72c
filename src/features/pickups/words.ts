import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Abholungen',
  lead: 'Wir holen Ihre Post bei Ihnen ab: einmal, noch heute oder an festen Tagen.',
  book: 'Abholung buchen',
  ways: 'Wie möchten Sie abholen lassen?',
  standingWay: 'Regelabholungen ansehen und einrichten',
  upcoming: 'Gebuchte Abholungen',
  none: 'Keine Abholung gebucht',
  noneText: 'Buchen Sie eine Abholung für einen Tag und ein Zeitfenster Ihrer Wahl.',
  all: 'Alle Aufträge, auch frühere',
  kinds: {
    extra: {
      way: 'Sonderabholung buchen',
      newTitle: 'Abholung buchen',
      newLead: 'Eine einmalige Abholung an einem Tag und in einem Zeitfenster Ihrer Wahl.',
      checkTitle: 'Abholung prüfen',
    },
    express: {
      way: 'Expressabholung buchen',
      newTitle: 'Expressabholung buchen',
      newLead: 'Wir kommen noch heute. Die Buchung ist sofort verbindlich.',
      checkTitle: 'Expressabholung prüfen',
    },
  },
  tooLate: 'Heute ist keine Expressabholung mehr möglich',
  tooLateText:
    'Der Bestellschluss ist vorbei, alle Fahrten sind ausgebucht, oder heute wird nicht gefahren. Für einen anderen Tag buchen Sie eine Sonderabholung.',
  checkLead: 'Bitte prüfen Sie Ihre Angaben, bevor Sie verbindlich buchen.',
  price: (p: { net: string; gross: string }) => `Preis je Abholung: ${p.net} netto, ${p.gross} brutto.`,
  toCheck: 'Weiter zum Prüfen',
  bookNow: 'Verbindlich buchen',
  change: 'Angaben ändern',
  steps: ['Termin', 'Prüfen'] as [string, string],
  number: 'Auftrag',
  what: 'Leistung',
  when: 'Termin',
  where: 'Adresse',
  cancelUntil: 'Stornierbar bis',
  final: 'verbindlich',
  reference: 'Referenz',
};

const en: Words<typeof de> = {
  title: 'Pickups',
  lead: 'We collect your mail at your premises: once, today, or on fixed days.',
  book: 'Book a pickup',
  ways: 'How would you like us to come?',
  standingWay: 'Show and set up standing pickups',
  upcoming: 'Booked pickups',
  none: 'No pickup booked',
  noneText: 'Book a pickup for a day and a time window of your choice.',
  all: 'All orders, earlier ones too',
  kinds: {
    extra: {
      way: 'Book a one-off pickup',
      newTitle: 'Book a pickup',
      newLead: 'A one-off pickup on a day and in a time window of your choice.',
      checkTitle: 'Check your pickup',
    },
    express: {
      way: 'Book an express pickup',
      newTitle: 'Book an express pickup',
      newLead: 'We come today. The booking is final at once.',
      checkTitle: 'Check your express pickup',
    },
  },
  tooLate: 'No express pickup is possible today any more',
  tooLateText:
    'The order deadline has passed, all rides are sold out, or there is no service today. Book a one-off pickup for another day.',
  checkLead: 'Please check your details before you place the binding booking.',
  price: (p) => `Price per pickup: ${p.net} net, ${p.gross} gross.`,
  toCheck: 'Continue to check',
  bookNow: 'Place binding booking',
  change: 'Change details',
  steps: ['Date', 'Check'],
  number: 'Order',
  what: 'Service',
  when: 'Date',
  where: 'Address',
  cancelUntil: 'Can be cancelled until',
  final: 'final',
  reference: 'Reference',
};

export const words = { de, en };
