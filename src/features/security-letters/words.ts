import type { Words } from '../../platform/i18n/index.ts';
import type { SecurityChange } from './jobs.ts';

type Said = { subject: string; opening: string };

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  at: 'Zeitpunkt',
  notYou:
    'Sie waren das nicht? Ändern Sie sofort Ihr Passwort, beenden Sie alle anderen Sitzungen, und rufen Sie uns an.',
  link: 'Sicherheit meines Zugangs ansehen',
  closing: 'Freundliche Grüße',
  phone: 'Kundenservice',
  what: {
    'totp-set-up': {
      subject: 'Anmeldung in zwei Schritten eingerichtet',
      opening: 'für Ihren Zugang zum Kundenportal wurde eine App für Codes eingerichtet.',
    },
    'totp-removed': {
      subject: 'Anmeldung in zwei Schritten abgeschaltet',
      opening: 'die App für Codes wurde von Ihrem Zugang zum Kundenportal entfernt.',
    },
    'codes-renewed': {
      subject: 'Neue Wiederherstellungscodes',
      opening:
        'für Ihren Zugang zum Kundenportal wurden neue Wiederherstellungscodes erstellt. Die alten gelten nicht mehr.',
    },
    'code-used': {
      subject: 'Anmeldung mit einem Wiederherstellungscode',
      opening: 'jemand hat sich mit Ihrem Passwort und einem Ihrer Wiederherstellungscodes angemeldet.',
    },
    'passkey-added': {
      subject: 'Neuer Passkey',
      opening: 'zu Ihrem Zugang zum Kundenportal wurde ein Passkey hinzugefügt.',
    },
    'passkey-removed': {
      subject: 'Passkey entfernt',
      opening: 'ein Passkey wurde von Ihrem Zugang zum Kundenportal entfernt.',
    },
    'factors-reset': {
      subject: 'Ihr zweiter Faktor wurde zurückgesetzt',
      opening:
        'unser Kundenservice hat App, Passkeys, Wiederherstellungscodes und vertraute Geräte von Ihrem Zugang entfernt und Ihre Sitzungen beendet.',
    },
    'device-trusted': {
      subject: 'Neues vertrautes Gerät',
      opening:
        'ein Browser wird bei der Anmeldung mit Ihrem Passwort 30 Tage lang nicht mehr nach dem zweiten Faktor gefragt.',
    },
  } as Record<SecurityChange, Said>,
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  at: 'When',
  notYou: 'It was not you? Change your password at once, end all other sessions, and call us.',
  link: 'See the security of my login',
  closing: 'Kind regards',
  phone: 'Customer service',
  what: {
    'totp-set-up': {
      subject: 'Sign-in in two steps set up',
      opening: 'An app for codes was set up for your login to the customer portal.',
    },
    'totp-removed': {
      subject: 'Sign-in in two steps switched off',
      opening: 'The app for codes was removed from your login to the customer portal.',
    },
    'codes-renewed': {
      subject: 'New recovery codes',
      opening:
        'New recovery codes were made for your login to the customer portal. The old ones are no longer valid.',
    },
    'code-used': {
      subject: 'Sign-in with a recovery code',
      opening: 'Somebody signed in with your password and one of your recovery codes.',
    },
    'passkey-added': {
      subject: 'New passkey',
      opening: 'A passkey was added to your login to the customer portal.',
    },
    'passkey-removed': {
      subject: 'Passkey removed',
      opening: 'A passkey was removed from your login to the customer portal.',
    },
    'factors-reset': {
      subject: 'Your second factor has been reset',
      opening:
        'Our customer service has removed app, passkeys, recovery codes and trusted devices from your login and ended your sessions.',
    },
    'device-trusted': {
      subject: 'New trusted device',
      opening:
        'For 30 days one browser will not be asked for the second factor when signing in with your password.',
    },
  },
};

export const words = { de, en };
