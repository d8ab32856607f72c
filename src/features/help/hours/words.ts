import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  title: 'Service-Telefon',
  phone: 'Telefon',
  email: 'E-Mail',
  hours: 'Erreichbar',
  open: (p: { until: string }) => `Jetzt erreichbar, heute bis ${p.until}`,
  closed: 'Zurzeit nicht erreichbar',
  closedUntil: (p: { from: string }) => `Zurzeit nicht erreichbar, wieder ab ${p.from}`,
  holiday: (p: { name: string }) => `Heute ist geschlossen: ${p.name}.`,
  soon: 'In nächster Zeit geschlossen',
  soonDay: (p: { date: string; name: string }) => `${p.date}: ${p.name}`,
  days: (p: { from: string; to: string }) => `${p.from} bis ${p.to}`,
  promise: (p: { hours: number }) =>
    `Auf Fragen über das Formular antworten wir innerhalb von ${p.hours} Servicestunden.`,
};

const en: Words<typeof de> = {
  title: 'Service phone',
  phone: 'Phone',
  email: 'E-mail',
  hours: 'Hours',
  open: (p) => `Open now, today until ${p.until}`,
  closed: 'Closed at the moment',
  closedUntil: (p) => `Closed at the moment, open again from ${p.from}`,
  holiday: (p) => `Closed today: ${p.name}.`,
  soon: 'Closed in the near future',
  soonDay: (p) => `${p.date}: ${p.name}`,
  days: (p) => `${p.from} to ${p.to}`,
  promise: (p) => `Questions sent with the form are answered within ${p.hours} service hours.`,
};

export const words = { de, en };
