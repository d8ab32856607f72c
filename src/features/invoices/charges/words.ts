import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  inVain: (p: { name: string }) => `${p.name} (vergebliche Anfahrt)`,
  cancelled: (p: { name: string }) => `${p.name} (kostenpflichtig storniert)`,
};

const en: Words<typeof de> = {
  inVain: (p) => `${p.name} (trip in vain)`,
  cancelled: (p) => `${p.name} (cancelled at a charge)`,
};

export const chargeWords = { de, en };
