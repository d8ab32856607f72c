import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  inVain: (p: { name: string }) => `${p.name} (vergebliche Anfahrt)`,
};

const en: Words<typeof de> = {
  inVain: (p) => `${p.name} (trip in vain)`,
};

export const chargeWords = { de, en };
