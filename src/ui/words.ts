import type { Words } from '../platform/i18n/index.ts';

const de = {
  portal: 'Kundenportal',
  skipToContent: 'Zum Inhalt springen',
  mainNav: 'Hauptnavigation',
  menu: 'Menü',
  notices: (unread: number) =>
    unread === 0 ? 'Mitteilungen' : unread === 1 ? 'Mitteilungen, 1 neue' : `Mitteilungen, ${unread} neue`,
  approvals: (waiting: number) =>
    waiting === 1
      ? '1 Auftrag wartet auf Ihre Freigabe'
      : `${waiting > 99 ? 'Mehr als 99' : waiting} Aufträge warten auf Ihre Freigabe`,
  desk: 'Desk',
  home: (carrier: string) => `${carrier} Kundenportal, zur Übersicht`,
  deskHome: (carrier: string) => `${carrier} Desk, zur ersten Seite`,
  customerNumber: 'Kundennummer',
  switchCustomer: 'Firma wechseln',
  signOut: 'Abmelden',
  otherLanguage: 'English',
  demoTitle: 'Vorführung mit Beispieldaten.',
  demoText: 'Es wird nichts zugestellt und nichts berechnet.',
  demoMailbox: 'E-Mails ansehen',
  footerNav: 'Rechtliches und Hilfe',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  accessibility: 'Barrierefreiheit',
  viewing: (p: { firm: string; until: string }) =>
    `Sie sehen die Seiten von ${p.firm} wie ein Administrator der Firma, nur zum Lesen, bis ${p.until}.`,
  viewingReason: (p: { reason: string }) => `Grund: ${p.reason}`,
  endViewing: 'Ansicht beenden',
  viewingTitle: 'Ansicht wie der Kunde',
  help: 'Hilfe',
  contact: 'Kontakt',
  servicePhone: 'Service-Telefon',
  errorPrefix: 'Fehler: ',
  errorTitle: 'Bitte prüfen Sie Ihre Eingaben',
  change: 'Ändern',
  pagerLabel: 'Seiten',
  newest: 'Zum Anfang',
  newer: 'Neuere',
  older: 'Ältere',
  filter: 'Anzeigen',
  resetFilter: 'Filter zurücksetzen',
  deadlinePassed: 'Frist abgelaufen',
  stepsLabel: 'Fortschritt',
  stepOf: (step: number, all: number) => `Schritt ${step} von ${all}`,
  stepDone: 'erledigt',
};

const en: Words<typeof de> = {
  portal: 'Customer portal',
  skipToContent: 'Skip to content',
  mainNav: 'Main navigation',
  menu: 'Menu',
  notices: (unread) => (unread === 0 ? 'Notices' : `Notices, ${unread} new`),
  approvals: (waiting) =>
    waiting === 1
      ? '1 order waits for your approval'
      : `${waiting > 99 ? 'More than 99' : waiting} orders wait for your approval`,
  desk: 'Desk',
  home: (carrier) => `${carrier} customer portal, go to overview`,
  deskHome: (carrier) => `${carrier} desk, go to the first page`,
  customerNumber: 'Customer number',
  switchCustomer: 'Switch company',
  signOut: 'Sign out',
  otherLanguage: 'Deutsch',
  demoTitle: 'Demonstration with sample data.',
  demoText: 'Nothing is delivered and nothing is charged.',
  demoMailbox: 'See e-mails',
  footerNav: 'Legal and help',
  imprint: 'Legal notice',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  viewing: (p) =>
    `You see the pages of ${p.firm} like an administrator of the company, only to read, until ${p.until}.`,
  viewingReason: (p) => `Reason: ${p.reason}`,
  endViewing: 'End this view',
  viewingTitle: 'Seen by the customer',
  help: 'Help',
  contact: 'Contact',
  servicePhone: 'Service phone',
  errorPrefix: 'Error: ',
  errorTitle: 'Please check what you entered',
  change: 'Change',
  pagerLabel: 'Pages',
  newest: 'Back to start',
  newer: 'Newer',
  older: 'Older',
  filter: 'Show',
  resetFilter: 'Reset filters',
  deadlinePassed: 'Deadline has passed',
  stepsLabel: 'Progress',
  stepOf: (step, all) => `Step ${step} of ${all}`,
  stepDone: 'done',
};

/** The words of the layout and the shared parts. */
export const words = { de, en };
