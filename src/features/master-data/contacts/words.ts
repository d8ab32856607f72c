import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  title: 'Ansprechpersonen',
  lead: 'Wen wir bei Ihnen fragen, zum Beispiel in der Poststelle oder in der Buchhaltung. Einen Zugang zum Portal brauchen diese Personen nicht.',
  add: 'Ansprechperson hinzufügen',
  newTitle: 'Neue Ansprechperson',
  none: 'Noch keine Ansprechperson',
  noneText: 'Nennen Sie uns jemanden: Dann fragen wir bei Unklarheiten gleich die richtige Person.',
  removeTitle: (p: { name: string }) => `${p.name} entfernen`,
  removeQuestion: 'Möchten Sie diese Ansprechperson entfernen?',
  removeText: 'Die Angaben werden gelöscht. Im Verlauf bleibt stehen, dass es sie gab.',
  removeYes: 'Ja, entfernen',
  removeNo: 'Nein, behalten',
  caption: 'Ihre Ansprechpersonen',
  roleHint: 'Wofür diese Person da ist, zum Beispiel „Buchhaltung“.',
  fields: { name: 'Name', role: 'Aufgabe', phone: 'Telefon', email: 'E-Mail' },
  did: {
    'contact.add': (p: { who: string; name: string }) => `${p.who} hat ${p.name || 'die Person'} eingetragen`,
    'contact.change': (p: { who: string; name: string }) =>
      `${p.who} hat ${p.name ? `die Angaben zu ${p.name}` : 'die Angaben'} geändert`,
    'contact.remove': (p: { who: string; name: string }) => `${p.who} hat ${p.name || 'die Person'} entfernt`,
  },
  done: {
    add: 'Die Ansprechperson ist eingetragen.',
    change: 'Die Angaben sind gespeichert.',
    remove: 'Die Ansprechperson ist entfernt.',
  },
};

const en: Words<typeof de> = {
  title: 'Contacts',
  lead: 'Whom we ask at your company, for example in the post room or in accounting. These people need no access to the portal.',
  add: 'Add a contact',
  newTitle: 'New contact',
  none: 'No contact yet',
  noneText: 'Name somebody: then we ask the right person at once when something is unclear.',
  removeTitle: (p) => `Remove ${p.name}`,
  removeQuestion: 'Do you want to remove this contact?',
  removeText: 'The details are deleted. The history keeps that they were there.',
  removeYes: 'Yes, remove',
  removeNo: 'No, keep',
  caption: 'Your contacts',
  roleHint: 'What this person is there for, for example “Accounting”.',
  fields: { name: 'Name', role: 'Responsible for', phone: 'Phone', email: 'E-mail' },
  did: {
    'contact.add': (p) => `${p.who} added ${p.name || 'the person'}`,
    'contact.change': (p) => `${p.who} changed the details${p.name ? ` of ${p.name}` : ''}`,
    'contact.remove': (p) => `${p.who} removed ${p.name || 'the person'}`,
  },
  done: {
    add: 'The contact has been added.',
    change: 'The details have been saved.',
    remove: 'The contact has been removed.',
  },
};

export const words = { de, en };
