import type { Subject } from '../subject.ts';
import { servicePromiseQueries } from './service-promise-queries.ts';

/** What the customer service promises whoever asks, and how long it keeps what strangers asked. */
export const servicePromises: Subject = {
  key: 'zusagen',
  title: { de: 'Zusagen der Kundenbetreuung', en: 'Promises of the customer service' },
  lead: {
    de: 'Die Antwortzeit gilt für neue Anfragen; offene behalten ihre Frist. Gelöscht wird jede Nacht.',
    en: 'The time to answer holds for new questions; open ones keep their time. Deletion happens every night.',
  },
  effect: 'planned',
  fields: [
    {
      name: 'replyHours',
      kind: 'number',
      min: 1,
      max: 400,
      label: { de: 'Antwort innerhalb von Servicestunden', en: 'Answer within hours of service' },
      hint: {
        de: 'Gezählt werden nur Stunden, in denen die Kundenbetreuung da ist.',
        en: 'Only hours in which the customer service is there count.',
      },
    },
    {
      name: 'visitorInquiryMonths',
      kind: 'number',
      min: 1,
      max: 120,
      label: {
        de: 'Anfragen ohne Anmeldung löschen nach Monaten',
        en: 'Delete questions of visitors after months',
      },
      hint: {
        de: 'Ab dem Tag, an dem sie geschlossen wurden. Anfragen von Firmen bleiben.',
        en: 'From the day on which they were closed. Questions of companies stay.',
      },
    },
  ],
  ...servicePromiseQueries,
};
