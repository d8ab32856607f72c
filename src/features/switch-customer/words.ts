import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Firma wechseln',
  lead: 'Sie handeln für mehrere Kundennummern. Für welche möchten Sie weitermachen?',
  legend: 'Kundennummer',
  now: 'gerade gewählt',
  submit: 'Weiter',
  only: 'Sie handeln nur für eine Kundennummer.',
  toOverview: 'Zur Übersicht',
};

const en: Words<typeof de> = {
  title: 'Switch company',
  lead: 'You act for several customer numbers. Which one do you want to go on for?',
  legend: 'Customer number',
  now: 'chosen now',
  submit: 'Continue',
  only: 'You act for one customer number only.',
  toOverview: 'To the overview',
};

export const words = { de, en };
