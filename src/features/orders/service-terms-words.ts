import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Zeiten und Fristen',
  hours: 'Zeiten',
  orderBy: 'Bestellschluss',
  bookable: 'Buchbar',
  change: 'Ändern',
  cancel: 'Stornieren',
  days: (p: { from: string; until: string }) => `${p.from} bis ${p.until}`,
  onlyToday: 'nur für heute',
  ahead: (p: { lead: string; horizon: number }) => `${p.lead}, höchstens ${p.horizon} Tage im Voraus`,
  lead: (days: number) =>
    days === 0
      ? 'schon für heute'
      : days === 1
        ? 'frühestens für den nächsten Arbeitstag'
        : `frühestens ${days} Arbeitstage nach heute`,
  final: 'nicht möglich: mit der Bestellung verbindlich',
  beforeStart: (minutes: number) => `bis ${minutes} Minuten vor Beginn des Zeitfensters`,
  before: {
    calendar: (p: { time: string; days: number }) =>
      p.days === 0
        ? `bis ${p.time} Uhr am selben Tag`
        : p.days === 1
          ? `bis ${p.time} Uhr am Vortag`
          : `bis ${p.time} Uhr ${p.days} Tage vorher`,
    business: (p: { time: string; days: number }) =>
      p.days === 0
        ? `bis ${p.time} Uhr am selben Tag`
        : p.days === 1
          ? `bis ${p.time} Uhr am Arbeitstag davor`
          : `bis ${p.time} Uhr ${p.days} Arbeitstage vorher`,
  },
};

const en: Words<typeof de> = {
  title: 'Hours and deadlines',
  hours: 'Hours',
  orderBy: 'Order deadline',
  bookable: 'Can be booked',
  change: 'Change',
  cancel: 'Cancel',
  days: (p) => `${p.from} to ${p.until}`,
  onlyToday: 'for today only',
  ahead: (p) => `${p.lead}, at most ${p.horizon} days ahead`,
  lead: (days) =>
    days === 0
      ? 'for today already'
      : days === 1
        ? 'for the next business day at the earliest'
        : `${days} business days after today at the earliest`,
  final: 'not possible: binding once ordered',
  beforeStart: (minutes) => `until ${minutes} minutes before the time window begins`,
  before: {
    calendar: (p) =>
      p.days === 0
        ? `until ${p.time} on the same day`
        : p.days === 1
          ? `until ${p.time} on the day before`
          : `until ${p.time} ${p.days} days before`,
    business: (p) =>
      p.days === 0
        ? `until ${p.time} on the same day`
        : p.days === 1
          ? `until ${p.time} on the business day before`
          : `until ${p.time} ${p.days} business days before`,
  },
};

export const termWords = { de, en };
