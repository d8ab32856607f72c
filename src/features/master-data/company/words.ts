import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  title: 'Firma',
  lead: 'Der Name Ihrer Firma gehört zum Vertrag. Deshalb ändern wir ihn auf Ihren Antrag hin.',
  name: 'Name',
  number: 'Kundennummer',
  askTitle: 'Namensänderung beantragen',
  fields: {
    name: 'Name',
    newName: 'Neuer Name',
    validFrom: 'Gültig ab',
    reason: 'Grund',
    note: 'Begründung',
  },
  reasonHint: 'Zum Beispiel „Umfirmierung, Handelsregister HRB 12345 B“.',
  send: 'Antrag senden',
  pendingTitle: 'Namensänderung beantragt',
  pending: (p: { at: string }) => `Beantragt am ${p.at}. Wir melden uns per E-Mail.`,
  badge: 'beantragt',
  withdraw: 'Antrag zurückziehen',
  requestedBy: 'Beantragt von',
  former: 'jemandem, der nicht mehr zur Firma gehört',
  lastAnswer: {
    accepted: (p: { at: string }) => `Ihr letzter Antrag wurde am ${p.at} angenommen.`,
    declined: (p: { at: string; note: string }) => `Ihr letzter Antrag wurde am ${p.at} abgelehnt: ${p.note}`,
  },
  did: {
    'company.request': (p: { who: string; name: string }) => `${p.who} hat einen neuen Namen beantragt`,
    'company.withdraw': (p: { who: string; name: string }) => `${p.who} hat den Antrag zurückgezogen`,
    'company.accept': (p: { who: string; name: string }) => `${p.who} hat den neuen Namen übernommen`,
    'company.decline': (p: { who: string; name: string }) => `${p.who} hat den Antrag abgelehnt`,
  },
  done: { request: 'Ihr Antrag ist bei uns.', withdraw: 'Ihr Antrag ist zurückgezogen.' },
};

const en: Words<typeof de> = {
  title: 'Company',
  lead: 'The name of your company is part of the contract. That is why we change it when you request it.',
  name: 'Name',
  number: 'Customer number',
  askTitle: 'Request a change of name',
  fields: {
    name: 'Name',
    newName: 'New name',
    validFrom: 'Valid from',
    reason: 'Reason',
    note: 'Explanation',
  },
  reasonHint: 'For example “change of company name, commercial register HRB 12345 B”.',
  send: 'Send request',
  pendingTitle: 'Change of name requested',
  pending: (p) => `Requested on ${p.at}. We will write to you by e-mail.`,
  badge: 'requested',
  withdraw: 'Withdraw request',
  requestedBy: 'Requested by',
  former: 'somebody who no longer belongs to the company',
  lastAnswer: {
    accepted: (p) => `Your last request was accepted on ${p.at}.`,
    declined: (p) => `Your last request was declined on ${p.at}: ${p.note}`,
  },
  did: {
    'company.request': (p) => `${p.who} requested a new name`,
    'company.withdraw': (p) => `${p.who} withdrew the request`,
    'company.accept': (p) => `${p.who} took over the new name`,
    'company.decline': (p) => `${p.who} declined the request`,
  },
  done: { request: 'We have received your request.', withdraw: 'Your request has been withdrawn.' },
};

export const words = { de, en };
