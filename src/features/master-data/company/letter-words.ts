import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  requested: {
    subject: (p: { number: string }) => `Antrag auf Namensänderung, Kundennummer ${p.number}`,
    greeting: 'Guten Tag,',
    opening: 'eine Firma bittet darum, ihren Namen zu ändern.',
    howTo: 'So lässt er sich auf dem Server annehmen; zum Ablehnen „decline“ und einen Grund (--note):',
  },
  accepted: {
    subject: (p: { number: string }) => `Ihr neuer Firmenname, Kundennummer ${p.number}`,
    opening: (p: { newName: string }) =>
      `Ihre Firma heißt bei uns jetzt „${p.newName}“. Bereits ausgestellte Dokumente behalten den bisherigen Namen.`,
  },
  declined: {
    subject: (p: { number: string }) => `Zu Ihrem Antrag auf Namensänderung, Kundennummer ${p.number}`,
    opening: (p: { newName: string }) =>
      `Den Namen „${p.newName}“ haben wir nicht übernommen. Der Grund steht hier:`,
  },
  number: 'Kundennummer',
  currentName: 'Bisheriger Name',
  newName: 'Neuer Name',
  validFrom: 'Gültig ab',
  reason: 'Grund',
  person: 'Beantragt von',
  show: 'Antrag im Kundenportal ansehen',
  portal: 'Kundenportal',
  closing: 'Freundliche Grüße',
  phone: 'Kundenservice',
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  requested: {
    subject: (p) => `Request for a change of name, customer number ${p.number}`,
    greeting: 'Hello,',
    opening: 'a company asks to have its name changed.',
    howTo: 'This accepts it on the server; to decline, use “decline” and a reason (--note):',
  },
  accepted: {
    subject: (p) => `The new name of your company, customer number ${p.number}`,
    opening: (p) =>
      `We now call your company “${p.newName}”. Documents that have been issued keep the former name.`,
  },
  declined: {
    subject: (p) => `Your request for a change of name, customer number ${p.number}`,
    opening: (p) => `We have not taken over the name “${p.newName}”. This is the reason:`,
  },
  number: 'Customer number',
  currentName: 'Present name',
  newName: 'New name',
  validFrom: 'Valid from',
  reason: 'Reason',
  person: 'Requested by',
  show: 'Show the request in the customer portal',
  portal: 'Customer portal',
  closing: 'Kind regards',
  phone: 'Customer service',
};

export const letterWords = { de, en };
