import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Einlieferungsbeleg',
  fileName: 'Einlieferungsbeleg',
  number: 'Belegnummer',
  customer: 'Kundennummer',
  order: 'Auftrag',
  acceptedAt: 'Angenommen am',
  phone: 'Tel.',
  vatId: 'USt-IdNr.',
  pageOf: 'Seite {page} von {pages}',
  intro: 'Wir haben diese Sendungen von Ihnen angenommen und gezählt:',
  site: 'Standort',
  clerk: 'Angenommen von',
  reference: 'Ihre Referenz',
  costCentre: 'Kostenstelle',
  containers: 'Behälter zurück',
  columns: ['Sendungsart', 'Angemeldet', 'Gezählt', 'Unterschied', 'Gewicht'],
  grams: (p: { grams: string }) => `${p.grams} g`,
  reason: 'Warum gezählt und angemeldet verschieden sind',
  closing: 'Berechnet wird nach gezählten Stücken. Dieser Beleg ist keine Rechnung.',
};

const en: Words<typeof de> = {
  title: 'Drop-off receipt',
  fileName: 'Drop-off-receipt',
  number: 'Receipt number',
  customer: 'Customer number',
  order: 'Order',
  acceptedAt: 'Accepted at',
  phone: 'Phone',
  vatId: 'VAT ID',
  pageOf: 'Page {page} of {pages}',
  intro: 'We have accepted these items from you and counted them:',
  site: 'Site',
  clerk: 'Accepted by',
  reference: 'Your reference',
  costCentre: 'Cost centre',
  containers: 'Containers returned',
  columns: ['Kind of mail', 'Announced', 'Counted', 'Difference', 'Weight'],
  grams: (p) => `${p.grams} g`,
  reason: 'Why counted and announced differ',
  closing: 'You are charged for the pieces that were counted. This receipt is not an invoice.',
};

export const receiptWords = { de, en };
