import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Stammdaten',
  save: 'Speichern',
  cancel: 'Abbrechen',
  remove: 'Entfernen',
  noRight: (p: { right: string }) =>
    `Ansehen dürfen alle in Ihrer Firma. Zum Ändern fehlt Ihnen das Recht „${p.right}“.`,
  none: 'keine Angabe',
  yes: 'ja',
  no: 'nein',
  former: 'Jemand, der nicht mehr zur Firma gehört',
  history: 'Verlauf',
  latest: 'Letzte Änderungen',
  noHistory: 'Seit der Anlage des Kontos hat niemand etwas geändert.',
  becameText: (p: { field: string; before: string; after: string }) =>
    `${p.field}: bisher „${p.before}“, jetzt „${p.after}“`,
  addedText: (p: { field: string; after: string }) => `${p.field}: „${p.after}“`,
  clearedText: (p: { field: string; before: string }) => `${p.field}: „${p.before}“ gelöscht`,
  switched: (p: { field: string; after: string }) => `${p.field}: ${p.after}`,
  conflict: {
    title: 'Jemand war schneller',
    text: (p: { who: string; at: string }) =>
      `${p.who} hat am ${p.at} gespeichert, während Sie hier geschrieben haben. Ihre Eingaben stehen noch unten; was Sie nicht geändert haben, steht dort so, wie es jetzt gespeichert ist. Vergleichen Sie und entscheiden Sie dann.`,
    removed: (p: { who: string; at: string }) =>
      `${p.who} hat den Eintrag am ${p.at} entfernt, während Sie hier geschrieben haben. Ihre Eingaben stehen noch unten: Speichern legt daraus einen neuen Eintrag an.`,
    caption: 'Was sich unterscheidet',
    field: 'Angabe',
    theirs: 'Jetzt gespeichert',
    mine: 'Ihre Eingabe',
    untouched: 'nicht geändert',
    takeMine: 'So speichern',
    keepTheirs: 'Gespeicherten Stand behalten',
  },
};

const en: Words<typeof de> = {
  title: 'Master data',
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
  noRight: (p) => `Everybody in your company may see this. To change it you need the right “${p.right}”.`,
  none: 'not given',
  yes: 'yes',
  no: 'no',
  former: 'Somebody who no longer belongs to the company',
  history: 'History',
  latest: 'Latest changes',
  noHistory: 'Nobody has changed anything since the account was set up.',
  becameText: (p) => `${p.field}: was “${p.before}”, is now “${p.after}”`,
  addedText: (p) => `${p.field}: “${p.after}”`,
  clearedText: (p) => `${p.field}: “${p.before}” deleted`,
  switched: (p) => `${p.field}: ${p.after}`,
  conflict: {
    title: 'Somebody was faster',
    text: (p) =>
      `${p.who} saved on ${p.at} while you were writing here. Your entries are still below; what you did not change is shown as it is saved now. Compare them and then decide.`,
    removed: (p) =>
      `${p.who} removed the entry on ${p.at} while you were writing here. Your entries are still below: saving makes a new entry of them.`,
    caption: 'What differs',
    field: 'Detail',
    theirs: 'Saved now',
    mine: 'Your entry',
    untouched: 'not changed',
    takeMine: 'Save like this',
    keepTheirs: 'Keep what is saved',
  },
};

/** What all parts of the master data say alike. */
export const words = { de, en };
