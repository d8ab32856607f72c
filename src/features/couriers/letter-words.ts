import type { Words } from '../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  assigned: {
    subject: (p: { number: string }) => `Fahrer zugeteilt: Kurierfahrt ${p.number}`,
    text: (p: { name: string }) =>
      `${p.name} fährt für Sie. Wenn Sie jetzt noch stornieren, berechnen wir den Grundpreis.`,
  },
  'picked-up': {
    subject: (p: { number: string }) => `Abgeholt: Kurierfahrt ${p.number}`,
    text: (p: { name: string }) => `${p.name} hat Ihre Sendung abgeholt und ist unterwegs zum Empfänger.`,
  },
  delivered: {
    subject: (p: { number: string }) => `Zugestellt: Kurierfahrt ${p.number}`,
    text: (p: { name: string }) => `Ihre Sendung ist zugestellt, entgegengenommen von ${p.name}.`,
  },
  cancelled: {
    subject: (p: { number: string }) => `Stornierung der Kurierfahrt ${p.number}`,
    free: 'Die Fahrt ist storniert. Sie wird nicht ausgeführt und nicht berechnet.',
    fee: (p: { fee: string }) =>
      `Die Fahrt ist storniert. Weil schon ein Fahrer zugeteilt war, berechnen wir den Grundpreis von ${p.fee} netto.`,
  },
  'taken-back': {
    subject: (p: { number: string }) => `Berichtigung: Kurierfahrt ${p.number}`,
    text: (p: { state: string }) =>
      `Unsere letzte Nachricht zu dieser Fahrt war ein Versehen. Stand jetzt: ${p.state}.`,
    states: {
      placed: 'gebucht, noch kein Fahrer zugeteilt',
      assigned: 'Fahrer zugeteilt, noch nicht abgeholt',
      'picked-up': 'abgeholt, noch nicht zugestellt',
      delivered: 'zugestellt',
    },
  },
  number: 'Auftragsnummer',
  when: 'Abholung',
  from: 'Abholort',
  to: 'Ziel',
  at: 'Zeitpunkt',
  reference: 'Ihre Referenz',
  show: (p: { number: string }) => `Kurierfahrt ${p.number} im Kundenportal verfolgen`,
  closing: 'Freundliche Grüße',
  phone: 'Kundenservice',
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  assigned: {
    subject: (p) => `Rider assigned: courier ride ${p.number}`,
    text: (p) => `${p.name} rides for you. If you still cancel now, we charge the base fee.`,
  },
  'picked-up': {
    subject: (p) => `Picked up: courier ride ${p.number}`,
    text: (p) => `${p.name} has picked your consignment up and is on the way to the recipient.`,
  },
  delivered: {
    subject: (p) => `Delivered: courier ride ${p.number}`,
    text: (p) => `Your consignment has been delivered and was received by ${p.name}.`,
  },
  cancelled: {
    subject: (p) => `Cancellation of courier ride ${p.number}`,
    free: 'The ride is cancelled. It will not be carried out and not be charged.',
    fee: (p) =>
      `The ride is cancelled. Because a rider had been assigned already, we charge the base fee of ${p.fee} net.`,
  },
  'taken-back': {
    subject: (p) => `Correction: courier ride ${p.number}`,
    text: (p) => `Our last message about this ride was a mistake. It now is: ${p.state}.`,
    states: {
      placed: 'booked, no rider assigned yet',
      assigned: 'rider assigned, not picked up yet',
      'picked-up': 'picked up, not delivered yet',
      delivered: 'delivered',
    },
  },
  number: 'Order number',
  when: 'Pickup',
  from: 'From',
  to: 'To',
  at: 'Time',
  reference: 'Your reference',
  show: (p) => `Follow courier ride ${p.number} in the customer portal`,
  closing: 'Kind regards',
  phone: 'Customer service',
};

export const letterWords = { de, en };
