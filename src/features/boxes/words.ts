import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Leihkisten',
  lead: 'Kisten und Deckel bleiben Eigentum des Dienstleisters. Geben Sie leere einfach bei der nächsten Abholung mit.',
  back: 'Bestellen',
  balance: 'Bestand je Adresse',
  caption: 'Kisten je Adresse',
  address: 'Adresse',
  product: 'Artikel',
  pieces: 'Stück',
  none: 'Bei Ihnen stehen keine Kisten',
  noneText: 'Sobald Kisten geliefert sind, sehen Sie hier, wie viele an welcher Adresse stehen.',
  latest: 'Letzte Bewegungen',
  date: 'Datum',
  moved: 'Bewegung',
  delivered: (p: { count: string }) => `${p.count} geliefert`,
  returned: (p: { count: string }) => `${p.count} zurückgenommen`,
  order: 'Auftrag',
  note: 'Bemerkung',
};

const en: Words<typeof de> = {
  title: 'Boxes on loan',
  lead: 'Boxes and lids stay the carrier’s. Simply hand over empty ones at the next pickup.',
  back: 'Order',
  balance: 'What is at each address',
  caption: 'Boxes by address',
  address: 'Address',
  product: 'Item',
  pieces: 'Pieces',
  none: 'There are no boxes at your place',
  noneText: 'As soon as boxes are delivered, you see here how many are at which address.',
  latest: 'Latest movements',
  date: 'Date',
  moved: 'Movement',
  delivered: (p) => `${p.count} delivered`,
  returned: (p) => `${p.count} taken back`,
  order: 'Order',
  note: 'Note',
};

export const words = { de, en };
