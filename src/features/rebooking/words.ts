import type { Words } from '../../platform/i18n/index.ts';
import type { Choice } from './choices.ts';

const de = {
  title: 'Wie soll es weitergehen?',
  lead: (p: { number: string }) => `Auftrag ${p.number} konnte nicht ausgeführt werden.`,
  back: 'Zum Auftrag',
  free: 'Er wird nicht berechnet.',
  charged: 'Er wird berechnet, weil wir die Fahrt gemacht haben.',
  choices: 'Ihre Möglichkeiten',
  names: {
    heute: 'Heute noch',
    morgen: 'Am nächsten möglichen Tag',
    einlieferung: 'Selbst einliefern',
  } as Record<Choice, string>,
  gone: {
    heute: 'Heute ist kein Zeitfenster mehr frei.',
    morgen: 'Zurzeit ist kein Zeitfenster frei.',
    einlieferung: 'Das bieten wir zurzeit nicht an.',
  } as Record<Choice, string>,
  dropOff: 'Sie bringen die Sendungen zu einem unserer Standorte.',
  take: 'Auswählen',
  noRight: 'Neu buchen können Personen in Ihrer Firma mit dem Recht „Bestellen und buchen“.',
  notAgain: 'So lässt sich der Auftrag nicht noch einmal buchen. Unser Kundenservice hilft Ihnen gern.',
};

const en: Words<typeof de> = {
  title: 'How do you want to go on?',
  lead: (p) => `Order ${p.number} could not be carried out.`,
  back: 'To the order',
  free: 'It is not charged.',
  charged: 'It is charged, because we made the trip.',
  choices: 'Your choices',
  names: {
    heute: 'Later today',
    morgen: 'On the next possible day',
    einlieferung: 'Drop it off yourself',
  },
  gone: {
    heute: 'No window is free today any more.',
    morgen: 'No window is free at present.',
    einlieferung: 'We do not offer this at present.',
  },
  dropOff: 'You bring the items to one of our sites.',
  take: 'Choose',
  noRight: 'People in your company with the right “Order and book” can book anew.',
  notAgain: 'The order cannot be booked like this again. Our customer service will gladly help you.',
};

export const words = { de, en };
