import type { Words } from '../../platform/i18n/index.ts';

const de = {
  kinds: {
    invoice: 'Rechnung',
    correction: 'Rechnungskorrektur',
    cancellation: 'Stornorechnung',
    'credit-note': 'Gutschrift',
    reminder: 'Zahlungserinnerung',
    'weekly-report': 'Wochenbericht',
    receipt: 'Einlieferungsbeleg',
  },
  week: (p: { week: number; year: number }) => `KW ${p.week}/${p.year}`,
};

const en: Words<typeof de> = {
  kinds: {
    invoice: 'Invoice',
    correction: 'Invoice correction',
    cancellation: 'Cancellation invoice',
    'credit-note': 'Credit note',
    reminder: 'Payment reminder',
    'weekly-report': 'Weekly report',
    receipt: 'Drop-off receipt',
  },
  week: (p) => `Week ${p.week}/${p.year}`,
};

export const words = { de, en };
