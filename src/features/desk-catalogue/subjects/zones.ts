import type { Subject } from '../subject.ts';
import { bilingualFields } from './fields.ts';
import { zoneQueries } from './zone-queries.ts';

/** A zone of the tours, with the postcodes that belong to it. */
export const tourZone: Subject = {
  key: 'tourgebiete',
  title: { de: 'Tourgebiet', en: 'Tour zone' },
  lead: {
    de: 'Die Postleitzahl einer Adresse entscheidet, welche Zeitfenster und Plätze ihr angeboten werden. Was in keinem Gebiet liegt, wird nicht angefahren; ohne ein einziges Gebiet gilt überall dasselbe. Ein neues Gebiet beginnt mit den Zeitfenstern der Touren. Gebuchte Aufträge behalten ihren Platz.',
    en: 'The postcode of an address decides which windows and places it is offered. What lies in no zone is not served; without a single zone the same holds everywhere. A new zone begins with the windows of the rounds. Booked orders keep their place.',
  },
  effect: 'planned',
  fields: [
    {
      name: 'postcodes',
      kind: 'prefixes',
      label: { de: 'Postleitzahlen', en: 'Postcodes' },
      hint: {
        de: 'Ganze oder ihr Anfang, durch Komma getrennt: 101, 102, 10405. Der längste Anfang gilt; * steht für alle übrigen. Was hier steht, gehört danach zu keinem anderen Gebiet mehr; leer: Niemand wird angefahren.',
        en: 'Whole ones or their beginning, separated by commas: 101, 102, 10405. The longest beginning counts; * stands for all others. What stands here belongs to no other zone any more; empty: nobody is served.',
      },
    },
    ...bilingualFields('name', { de: 'Name', en: 'Name' }, { max: 40 }),
    {
      name: 'position',
      kind: 'number',
      min: 0,
      max: 999,
      label: { de: 'Reihenfolge', en: 'Order in lists' },
    },
  ],
  ...zoneQueries,
};
