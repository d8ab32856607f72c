import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Konto und Einstellungen',
  lead: (p: { customer: string; number: string }) => `${p.customer}, Kundennummer ${p.number}`,
  tabs: 'Bereiche des Kontos',
};

const en: Words<typeof de> = {
  title: 'Account and settings',
  lead: (p) => `${p.customer}, customer number ${p.number}`,
  tabs: 'Parts of the account',
};

export const words = { de, en };
