import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Einsichten',
  lead: (p: { carrier: string }) =>
    `Wann jemand von ${p.carrier} Ihre Seiten angesehen hat, um Ihnen zu helfen, und warum. Ändern konnte dabei niemand etwas.`,
  caption: 'Einsichten',
  who: 'Wer',
  when: 'Wann',
  until: 'bis',
  why: 'Warum',
  pages: 'Seiten',
  none: 'Niemand hat Ihre Seiten angesehen',
  noneText: 'Hilft Ihnen der Kundenservice, indem er Ihre Seiten ansieht, steht es hier.',
};

const en: Words<typeof de> = {
  title: 'Who looked',
  lead: (p) =>
    `When somebody of ${p.carrier} looked at your pages to help you, and why. Nobody could change anything.`,
  caption: 'Who looked',
  who: 'Who',
  when: 'When',
  until: 'until',
  why: 'Why',
  pages: 'Pages',
  none: 'Nobody has looked at your pages',
  noneText: 'When customer service helps you by looking at your pages, you find it here.',
};

export const words = { de, en };
