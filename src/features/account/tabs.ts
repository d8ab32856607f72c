import type { Text } from '../../platform/i18n/index.ts';
import { entriesFor, type NavEntry, type Viewer } from '../../ui/index.ts';

/** One part of the account area, with what it is for. */
export interface AccountTab extends NavEntry {
  /** One sentence for the overview. */
  readonly hint: Text;
  /** Only administrators of the firm have this part. */
  readonly adminOnly?: true;
}

/** The parts of "Konto und Einstellungen"; which of them somebody sees is decided by their `right`. */
export const ACCOUNT_TABS: readonly AccountTab[] = [
  {
    href: '/konto/stammdaten',
    text: { de: 'Stammdaten', en: 'Master data' },
    hint: {
      de: 'Anschriften, Ansprechpersonen, Kostenstellen und wie Ihre Rechnungen aussehen.',
      en: 'Addresses, contacts, cost centres and what your invoices look like.',
    },
  },
  {
    href: '/konto/benutzer',
    text: { de: 'Benutzer', en: 'Users' },
    hint: {
      de: 'Wer für Ihre Firma handelt und was diese Personen dürfen.',
      en: 'Who acts for your company and what these people may do.',
    },
  },
  {
    href: '/konto/freigabe',
    text: { de: 'Freigabe', en: 'Approval' },
    hint: {
      de: 'Welche Aufträge warten, bis jemand aus Ihrer Firma zustimmt.',
      en: 'Which orders wait until somebody of your company agrees.',
    },
    adminOnly: true,
  },
  {
    href: '/konto/passwort',
    text: { de: 'Passwort ändern', en: 'Change password' },
    hint: {
      de: 'Ein neues Passwort für Ihre Anmeldung.',
      en: 'A new password for your sign-in.',
    },
  },
  {
    href: '/konto/sicherheit',
    text: { de: 'Sicherheit', en: 'Security' },
    hint: {
      de: 'Ihre Sitzungen und die Anmeldung in zwei Schritten.',
      en: 'Your sessions and signing in in two steps.',
    },
  },
  {
    href: '/konto/lastschrift',
    text: { de: 'Lastschrift', en: 'Direct debit' },
    hint: {
      de: 'Das SEPA-Lastschriftmandat (Einzugsermächtigung) Ihrer Firma.',
      en: 'The SEPA direct debit mandate of your company.',
    },
  },
  {
    href: '/konto/verlauf',
    text: { de: 'Einsichten', en: 'Who looked' },
    hint: {
      de: 'Wann jemand vom Kundenservice Ihre Seiten angesehen hat, und warum.',
      en: 'When somebody of customer service looked at your pages, and why.',
    },
    adminOnly: true,
  },
  {
    href: '/konto/meine-daten',
    text: { de: 'Meine Daten', en: 'My data' },
    hint: {
      de: 'Was wir über Sie gespeichert haben, zum Ansehen und Mitnehmen.',
      en: 'What we have stored about you, to see and to take with you.',
    },
  },
];

/** The parts that this viewer may open. */
export function tabsFor({ can, isAdmin }: Viewer): readonly AccountTab[] {
  return ACCOUNT_TABS.filter((tab) => entriesFor(can, [tab]).length > 0 && (isAdmin || !tab.adminOnly));
}
