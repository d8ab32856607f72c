import type { Subject } from '../subject.ts';
import { windowQueries } from './window-queries.ts';

/** A window of a tour or a site on one weekday, with the bookings that it takes. */
export const bookingWindow: Subject = {
  key: 'fenster',
  title: { de: 'Zeitfenster', en: 'Time window' },
  lead: {
    de: 'Gilt ab diesem Tag für alle Termine, auch für Tage, die schon Buchungen haben. Was gebucht ist, bleibt gebucht, auch wenn danach weniger Plätze da sind.',
    en: 'Holds from this day on for all dates, days with bookings too. What is booked stays booked, also when there are fewer places afterwards.',
  },
  effect: 'planned',
  fields: [
    { name: 'isOffered', kind: 'tick', label: { de: 'wird angeboten', en: 'is offered' } },
    { name: 'ends', kind: 'time', label: { de: 'Endet um', en: 'Ends at' } },
    { name: 'capacity', kind: 'number', min: 1, max: 10_000, label: { de: 'Plätze', en: 'Places' } },
  ],
  ...windowQueries,
};
