import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Postfach der Demo',
  lead: 'Die Demo verschickt keine E-Mails. Was sie verschicken würde, liegt hier.',
  caption: 'E-Mails',
  empty: 'Noch keine E-Mails',
  emptyText: 'Bestellen Sie etwas oder fordern Sie ein einmaliges Passwort an.',
  to: 'An',
  subject: 'Betreff',
  at: 'Geschrieben',
  back: 'Zum Postfach',
};

const en: Words<typeof de> = {
  title: 'Mailbox of the demo',
  lead: 'The demo sends no e-mail. What it would send lies here.',
  caption: 'E-mails',
  empty: 'No e-mails yet',
  emptyText: 'Order something or ask for a one-time password.',
  to: 'To',
  subject: 'Subject',
  at: 'Written',
  back: 'To the mailbox',
};

export const words = { de, en };
