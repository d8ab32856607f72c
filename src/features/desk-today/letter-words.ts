import type { Words } from '../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  failed: {
    subject: (p: { number: string }) => `Nicht ausgeführt: Auftrag ${p.number}`,
    opening: 'Ihr Auftrag konnte leider nicht ausgeführt werden.',
    free: 'Er wird nicht berechnet. Wir bitten um Entschuldigung.',
    charged: 'Weil wir die Fahrt gemacht haben, wird er berechnet.',
    choices: 'Sie haben die Wahl, wie es weitergeht:',
  },
  choice: {
    heute: 'Heute noch',
    morgen: 'Am nächsten möglichen Tag',
    einlieferung: 'Selbst einliefern',
  },
  reopened: {
    subject: (p: { number: string }) => `Doch ausgeführt: Auftrag ${p.number}`,
    opening:
      'Wir haben Ihnen geschrieben, dass dieser Auftrag nicht ausgeführt werden konnte. Das nehmen wir zurück: Er wird ausgeführt wie gebucht, oder ist es schon.',
  },
  number: 'Auftragsnummer',
  service: 'Leistung',
  when: 'Termin',
  where: 'Adresse',
  reason: 'Grund',
  note: 'Anmerkung',
  show: (p: { number: string }) => `Auftrag ${p.number} im Kundenportal ansehen`,
  closing: 'Freundliche Grüße',
  phone: 'Kundenservice',
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  failed: {
    subject: (p) => `Not carried out: order ${p.number}`,
    opening: 'Unfortunately your order could not be carried out.',
    free: 'It is not charged. We apologise.',
    charged: 'It is charged, because we made the trip.',
    choices: 'It is for you to choose how to go on:',
  },
  choice: {
    heute: 'Later today',
    morgen: 'On the next possible day',
    einlieferung: 'Drop it off yourself',
  },
  reopened: {
    subject: (p) => `Carried out after all: order ${p.number}`,
    opening:
      'We wrote to you that this order could not be carried out. We take that back: it will be carried out as booked, or has been already.',
  },
  number: 'Order number',
  service: 'Service',
  when: 'Date',
  where: 'Address',
  reason: 'Reason',
  note: 'Note',
  show: (p) => `Show order ${p.number} in the customer portal`,
  closing: 'Kind regards',
  phone: 'Customer service',
};

export const letterWords = { de, en };
