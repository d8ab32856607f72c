import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  choose: 'Jahr',
  years: 'Jahre',
  totals: (p: { year: number }) => `Das Jahr ${p.year}`,
  invoices: 'Rechnungen und Gutschriften',
  net: 'Netto zusammen',
  gross: 'Brutto zusammen',
  open: 'Davon offen',
  costs: 'Kosten je Monat und Kostenstelle',
  costsChart: (p: { year: number; total: string }) =>
    `Balken je Monat: Nettokosten ${p.year} nach Kostenstellen, zusammen ${p.total}`,
  volumes: 'Sendungen je Monat und Produkt',
  volumesChart: (p: { year: number; total: string }) =>
    `Balken je Monat: Sendungen ${p.year} nach Produkten, zusammen ${p.total}`,
  month: 'Monat',
  sum: 'Zusammen',
  others: 'Übrige',
  noCostCentre: 'Ohne Kostenstelle',
  asTable: 'Als Tabelle',
  noCosts: 'In diesem Jahr gibt es noch keine Rechnung.',
  noVolumes: 'In diesem Jahr haben Sie noch keine Sendungen eingeliefert.',
  note: 'Kosten zählen in dem Monat, für den sie berechnet wurden, ohne Umsatzsteuer.',
};

const en: Words<typeof de> = {
  choose: 'Year',
  years: 'Years',
  totals: (p) => `The year ${p.year}`,
  invoices: 'Invoices and credits',
  net: 'Total net',
  gross: 'Total gross',
  open: 'Of which open',
  costs: 'Costs by month and cost centre',
  costsChart: (p) => `Bars by month: net costs of ${p.year} by cost centre, ${p.total} in total`,
  volumes: 'Items by month and product',
  volumesChart: (p) => `Bars by month: items of ${p.year} by product, ${p.total} in total`,
  month: 'Month',
  sum: 'Total',
  others: 'Others',
  noCostCentre: 'Without a cost centre',
  asTable: 'As a table',
  noCosts: 'There is no invoice for this year yet.',
  noVolumes: 'You have not handed over any items this year yet.',
  note: 'Costs count in the month that they were charged for, without VAT.',
};

export const words = { de, en };
