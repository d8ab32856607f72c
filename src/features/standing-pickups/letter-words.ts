import type { Words } from '../../platform/i18n/index.ts';
import type { PlanOccasion } from './jobs.ts';

interface Occasion {
  readonly subject: (p: { number: string }) => string;
  readonly opening: (p: { date: string }) => string;
}

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  'set-up': {
    subject: (p) => `Regelabholung ${p.number} eingerichtet`,
    opening: () =>
      'Ihre Regelabholung ist eingerichtet. Wir kommen ab dem ersten Tag, ohne dass Sie noch etwas tun.',
  },
  changed: {
    subject: (p) => `Regelabholung ${p.number} geändert`,
    opening: (p) => `Ihre Regelabholung ist ab ${p.date} geändert. Die Termine von da an sind angepasst.`,
  },
  skipped: {
    subject: (p) => `Regelabholung ${p.number}: ein Termin fällt aus`,
    opening: (p) =>
      `Am ${p.date} kommen wir wie gewünscht nicht. Der Termin wird nicht ausgeführt und nicht berechnet.`,
  },
  restored: {
    subject: (p) => `Regelabholung ${p.number}: ein Termin gilt wieder`,
    opening: (p) => `Der Termin am ${p.date} gilt wieder wie im Plan.`,
  },
  moved: {
    subject: (p) => `Regelabholung ${p.number}: ein Termin ist verschoben`,
    opening: (p) => `Ein Termin ist auf den ${p.date} verschoben. Der Plan bleibt sonst, wie er ist.`,
  },
  added: {
    subject: (p) => `Regelabholung ${p.number}: ein zusätzlicher Termin`,
    opening: (p) => `Am ${p.date} kommen wir zusätzlich.`,
  },
  paused: {
    subject: (p) => `Regelabholung ${p.number}: Pause eingetragen`,
    opening: (p) =>
      `Die Pause ab ${p.date} ist eingetragen. Die Termine darin werden nicht ausgeführt und nicht berechnet.`,
  },
  resumed: {
    subject: (p) => `Regelabholung ${p.number}: Pause gestrichen`,
    opening: (p) =>
      `Die Pause ab ${p.date} ist gestrichen. Alle Termine darin, für die es nicht zu spät ist, gelten wieder.`,
  },
  ended: {
    subject: (p) => `Regelabholung ${p.number} beendet`,
    opening: (p) => `Ihre Regelabholung endet am ${p.date}. Danach kommen wir nicht mehr.`,
  },
  blocked: {
    subject: (p) => `Regelabholung ${p.number}: Termine ohne Platz`,
    opening: () => 'Für einzelne Termine Ihrer Regelabholung konnten wir das Zeitfenster nicht buchen.',
  },
  freed: {
    subject: (p) => `Regelabholung ${p.number}: Termine sind gebucht`,
    opening: () => 'Für diese Termine Ihrer Regelabholung war kein Platz; jetzt sind sie gebucht.',
  },
  blockedDays: 'Nicht gebucht',
  freedDays: 'Jetzt gebucht',
  blockedText:
    'Wir versuchen es bis zum Bestellschluss jede Nacht weiter und schreiben Ihnen, sobald es gelingt. Sie können diese Termine auch verschieben.',
  number: 'Regelabholung',
  weekdays: 'Tage',
  window: 'Zeitfenster',
  where: 'Adresse',
  span: 'Gilt',
  from: (p: { from: string }) => `ab ${p.from}`,
  fromUntil: (p: { from: string; until: string }) => `von ${p.from} bis ${p.until}`,
  next: 'Nächste Termine',
  none: 'keine',
  deadline:
    'Einzelne Termine können Sie bis zu ihrer Frist aussetzen oder verschieben; sie steht an jedem Termin.',
  show: 'Regelabholung im Kundenportal ansehen',
  closing: 'Freundliche Grüße',
  phone: 'Kundenservice',
} satisfies Record<PlanOccasion, Occasion> & Record<string, unknown>;

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  'set-up': {
    subject: (p) => `Standing pickup ${p.number} set up`,
    opening: () =>
      'Your standing pickup is set up. We come from the first day on; there is nothing left to do for you.',
  },
  changed: {
    subject: (p) => `Standing pickup ${p.number} changed`,
    opening: (p) => `Your standing pickup is changed from ${p.date}. The dates from then on are adjusted.`,
  },
  skipped: {
    subject: (p) => `Standing pickup ${p.number}: one date is left out`,
    opening: (p) => `As you wished we do not come on ${p.date}. The date is not carried out and not charged.`,
  },
  restored: {
    subject: (p) => `Standing pickup ${p.number}: a date holds again`,
    opening: (p) => `The date on ${p.date} holds again as planned.`,
  },
  moved: {
    subject: (p) => `Standing pickup ${p.number}: one date is moved`,
    opening: (p) => `One date is moved to ${p.date}. Apart from that the plan stays as it is.`,
  },
  added: {
    subject: (p) => `Standing pickup ${p.number}: one date more`,
    opening: (p) => `We come in addition on ${p.date}.`,
  },
  paused: {
    subject: (p) => `Standing pickup ${p.number}: pause entered`,
    opening: (p) =>
      `The pause from ${p.date} is entered. The dates in it are not carried out and not charged.`,
  },
  resumed: {
    subject: (p) => `Standing pickup ${p.number}: pause removed`,
    opening: (p) =>
      `The pause from ${p.date} is removed. All dates in it for which it is not too late hold again.`,
  },
  ended: {
    subject: (p) => `Standing pickup ${p.number} ended`,
    opening: (p) => `Your standing pickup ends on ${p.date}. We do not come after that.`,
  },
  blocked: {
    subject: (p) => `Standing pickup ${p.number}: dates without a place`,
    opening: () => 'For some dates of your standing pickup we could not book the time window.',
  },
  freed: {
    subject: (p) => `Standing pickup ${p.number}: dates are booked`,
    opening: () => 'There was no place for these dates of your standing pickup; now they are booked.',
  },
  blockedDays: 'Not booked',
  freedDays: 'Booked now',
  blockedText:
    'We try again every night until the order deadline and write to you as soon as it works. You can also move these dates.',
  number: 'Standing pickup',
  weekdays: 'Days',
  window: 'Time window',
  where: 'Address',
  span: 'Holds',
  from: (p) => `from ${p.from}`,
  fromUntil: (p) => `from ${p.from} until ${p.until}`,
  next: 'Next dates',
  none: 'none',
  deadline: 'You can skip or move single dates until their deadline, which stands beside each date.',
  show: 'Show the standing pickup in the customer portal',
  closing: 'Kind regards',
  phone: 'Customer service',
};

export const letterWords = { de, en };
