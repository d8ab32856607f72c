import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Schnittstelle für Programme',
  lead: 'Bestellen, Abholungen buchen, Aufträge nachsehen und stornieren: aus Ihren eigenen Programmen, nach denselben Regeln wie im Portal.',
  overview: 'Alle Aufrufe',
  call: 'Aufruf',
  purpose: 'Zweck',
  access: 'Zugang',
  everybody: 'frei',
  signedIn: 'angemeldet',
  description: 'Beschreibung nach OpenAPI 3.1',
  tryOut: 'Nachlesen und ausprobieren',
  tryOutNote:
    'Melden Sie sich mit „POST /api/v1/session“ an und tragen Sie das Token unter „Authorize“ ein. Was Sie hier senden, wird wirklich bestellt.',
  needsScript:
    'Zum Ausprobieren braucht der Browser JavaScript. Die Liste oben und die Beschreibung gehen auch ohne.',
  documentTitle: ({ carrier }: { carrier: string }) => `Kundenportal ${carrier}`,
  introduction:
    'Beträge sind ganze Cent, Zeitpunkte UTC, Kalendertage und Uhrzeiten die des Versanddienstleisters. Unbekannte Felder werden abgelehnt. Jede Ablehnung hat einen Code für Programme und Worte für Menschen (RFC 9457).',
  bearer: 'Das Token aus der Antwort von POST /api/v1/session',
  success: 'Erledigt',
  fault: 'Ein Fehler auf unserer Seite (`fault`)',
  needsRight: ({ right }: { right: string }) => `Nötig ist das Recht \`${right}\`.`,
};

const en: Words<typeof de> = {
  title: 'Interface for programs',
  lead: 'Order, book pickups, look orders up and cancel them: from your own programs, by the same rules as in the portal.',
  overview: 'All calls',
  call: 'Call',
  purpose: 'Purpose',
  access: 'Access',
  everybody: 'open',
  signedIn: 'signed in',
  description: 'Description in OpenAPI 3.1',
  tryOut: 'Read and try out',
  tryOutNote:
    'Sign in with “POST /api/v1/session” and enter the token under “Authorize”. What you send here is really ordered.',
  needsScript:
    'To try things out the browser needs JavaScript. The list above and the description do without.',
  documentTitle: ({ carrier }) => `Customer portal ${carrier}`,
  introduction:
    'Amounts are whole cents, instants UTC, calendar dates and times of day those of the carrier. Unknown fields are refused. Every refusal has a code for programs and words for people (RFC 9457).',
  bearer: 'The token from the answer of POST /api/v1/session',
  success: 'Done',
  fault: 'A fault on our side (`fault`)',
  needsRight: ({ right }) => `Needs the right \`${right}\`.`,
};

export const words = { de, en };
