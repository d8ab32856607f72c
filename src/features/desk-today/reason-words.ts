import type { FailReason } from '../../domain/orders/index.ts';
import type { Text } from '../../platform/i18n/index.ts';

/** Why a service did not happen, as the firm reads it. */
export const REASON_TEXTS: Readonly<Record<FailReason, Text>> = {
  'not-met': {
    de: 'Wir haben unter der Adresse niemanden angetroffen.',
    en: 'We met nobody at the address.',
  },
  'not-ready': { de: 'Vor Ort war nichts bereitgestellt.', en: 'Nothing was made ready on site.' },
  'no-access': { de: 'Der Zugang war versperrt.', en: 'There was no access.' },
  vehicle: { de: 'Unser Fahrzeug ist ausgefallen.', en: 'Our vehicle broke down.' },
  staff: {
    de: 'Wir hatten niemanden, der die Tour fahren konnte.',
    en: 'We had nobody who could drive the tour.',
  },
  delay: { de: 'Unsere Tour hat sich zu sehr verspätet.', en: 'Our tour was delayed too much.' },
  weather: { de: 'Das Wetter hat es nicht zugelassen.', en: 'The weather did not permit it.' },
  unconfirmed: {
    de: 'Uns liegt keine Bestätigung vor, dass er ausgeführt wurde.',
    en: 'We have no confirmation that it was carried out.',
  },
};

/** The same in a word or two, for the desk and for tables. */
export const REASON_NAMES: Readonly<Record<FailReason, Text>> = {
  'not-met': { de: 'Kunde nicht angetroffen', en: 'Customer not met' },
  'not-ready': { de: 'Nichts bereitgestellt', en: 'Nothing ready' },
  'no-access': { de: 'Kein Zugang', en: 'No access' },
  vehicle: { de: 'Fahrzeug ausgefallen', en: 'Vehicle broke down' },
  staff: { de: 'Kein Fahrer', en: 'No driver' },
  delay: { de: 'Verspätung', en: 'Delay' },
  weather: { de: 'Wetter', en: 'Weather' },
  unconfirmed: { de: 'Nicht bestätigt', en: 'Not confirmed' },
};
