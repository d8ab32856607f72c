import type { Words } from '../platform/i18n/index.ts';

const de = {
  toOverview: 'Zur Übersicht',
  faultTitle: 'Da ist etwas schiefgegangen',
  faultText:
    'Der Fehler liegt bei uns. Bitte versuchen Sie es noch einmal. Hilft das nicht, nennen Sie unserem Kundenservice diese Kennung:',
  faultId: 'Kennung:',
};

const en: Words<typeof de> = {
  toOverview: 'To the overview',
  faultTitle: 'Something went wrong',
  faultText:
    'The fault is ours. Please try again. If that does not help, tell our customer service this identifier:',
  faultId: 'Identifier:',
};

export const words = { de, en };
