import type { Subject } from '../subject.ts';
import { tourQueries } from './tour-queries.ts';

/** A tour as the desk calls it: what services of a day are given to. */
export const tour: Subject = {
  key: 'fahrtouren',
  title: { de: 'Tour', en: 'Tour' },
  lead: {
    de: 'Wem die Disposition die Aufträge eines Tages zuteilt. Ein neuer Name gilt auch für offene Aufträge, die der Tour schon zugeteilt sind; ausgeführte behalten den alten. Eine Tour, die nicht mehr gefahren wird, lässt sich nicht mehr wählen.',
    en: 'What dispatch gives the orders of a day to. A new name also holds for open orders that the tour has already; those carried out keep the old one. A tour that is not driven any more can no longer be chosen.',
  },
  effect: 'planned',
  fields: [
    {
      name: 'name',
      kind: 'text',
      max: 40,
      label: { de: 'Name', en: 'Name' },
      hint: { de: 'Zum Beispiel Mitte 1', en: 'For example Mitte 1' },
    },
    { name: 'isActive', kind: 'tick', label: { de: 'wird gefahren', en: 'is driven' } },
  ],
  // in the filter of the day it stands for "no tour"
  check: ({ name }) => (name === '-' ? { field: 'name', problem: 'unreadable' } : undefined),
  ...tourQueries,
};
