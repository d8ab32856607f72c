import type { Words } from '../../platform/i18n/index.ts';

interface Kind {
  readonly what: string;
  readonly why: string;
  readonly howLong: string;
}

const de = {
  title: 'Meine Daten',
  about: 'Das sind Sie für uns',
  name: 'Name',
  email: 'E-Mail',
  language: 'Sprache',
  languages: { de: 'Deutsch', en: 'Englisch' },
  since: 'Zugang seit',
  firms: 'Sie handeln für',
  firm: (p: { name: string; number: string; active: boolean }) =>
    `${p.name} (${p.number}${p.active ? '' : ', nicht mehr aktiv'})`,
  mend: (p: { email: string }) => `Stimmt etwas nicht? Schreiben Sie uns, wir berichtigen es: ${p.email}`,
  download: 'Alles mitnehmen',
  downloadText:
    'Eine Datei mit allem, was wir über Sie gespeichert haben: Ihre Angaben, Ihre Rechte, Ihre Sitzungen und Geräte, die Aufträge, die Sie erteilt haben, die Änderungen, die Sie vorgenommen haben, und wann wir Ihnen geschrieben haben. Sie ist im Format JSON: Menschen können sie lesen, Programme einlesen.',
  downloadOther:
    'Zu anderen Kundennummern steht darin, wann Sie was getan haben. Einzelheiten bekommen Sie, wenn Sie dort angemeldet sind.',
  downloadButton: 'Meine Daten herunterladen',
  fileName: 'meine-daten',
  retention: 'Was wir wie lange aufbewahren',
  retentionText:
    'Wir löschen, was wir nicht mehr brauchen. Manches müssen wir aufbewahren, weil das Gesetz es verlangt; dann sehen es nur noch die, die es dafür brauchen.',
  what: 'Was',
  why: 'Wozu',
  howLong: 'Wie lange',
  kinds: [
    {
      what: 'Ihr Zugang: Name, E-Mail, Sprache, Passwort (nur als Prüfwert), zweiter Faktor',
      why: 'Damit Sie sich anmelden können und niemand sonst es an Ihrer Stelle kann.',
      howLong: 'Bis Ihr Zugang gelöscht wird; dann sofort weg.',
    },
    {
      what: 'Sitzungen und vertraute Geräte: Browser, ungefähres Netz, Zeit',
      why: 'Damit Sie angemeldet bleiben und sehen, ob jemand Fremdes es ist.',
      howLong:
        'Eine Sitzung endet nach 8 Stunden ohne Benutzung, spätestens nach 7 Tagen. Was abgelaufen ist, wird jede Nacht gelöscht.',
    },
    {
      what: 'Aufträge, die Sie erteilt haben',
      why: 'Um sie auszuführen und abzurechnen; sie gehören Ihrer Firma.',
      howLong:
        '8 Jahre ab Ende des Jahres, weil sie Belege der Buchführung sind (§ 147 AO, § 257 HGB). Wird Ihr Zugang gelöscht, steht dort ein Kürzel statt Ihres Namens.',
    },
    {
      what: 'Rechnungen, Wochenberichte, Belege, Lastschriftmandate',
      why: 'Um abzurechnen und nachzuweisen, was vereinbart war.',
      howLong:
        '8 Jahre ab Ende des Jahres; Mandate danach noch, bis die letzte Lastschrift 14 Monate her ist.',
    },
    {
      what: 'Das Protokoll: wer wann was geändert hat',
      why: 'Damit Ihre Firma Änderungen nachvollziehen kann und Missbrauch auffällt.',
      howLong:
        'So lange wie die Daten, um die es geht. Wird Ihr Zugang gelöscht, steht dort ein Kürzel statt Ihres Namens.',
    },
    {
      what: 'Einträge als Ansprechperson: Name, Aufgabe, Telefon, E-Mail',
      why: 'Damit wir wissen, wen wir fragen können.',
      howLong: 'Bis jemand aus Ihrer Firma den Eintrag entfernt. Im Protokoll bleibt, dass es ihn gab.',
    },
    {
      what: 'Welche E-Mails wir Ihnen geschickt haben: Betreff und Zeit, nicht der Text',
      why: 'Damit nichts doppelt verschickt wird und Rückfragen zu klären sind.',
      howLong: 'Wird Ihr Zugang gelöscht, steht dort ein Kürzel statt Ihrer Adresse.',
    },
  ] as readonly Kind[],
  more: 'Mehr dazu in der Datenschutzerklärung',
  deletion: 'Zugang löschen',
  deletionText:
    'Aufträge und Dokumente bleiben bei Ihrer Firma. Ihr Zugang, Ihre Sitzungen und Ihre Einstellungen werden gelöscht. Nehmen Sie vorher Ihre Daten mit.',
  deletionLink: 'Zu den Benutzern Ihrer Firma',
};

const en: Words<typeof de> = {
  title: 'My data',
  about: 'This is you to us',
  name: 'Name',
  email: 'E-mail',
  language: 'Language',
  languages: { de: 'German', en: 'English' },
  since: 'Account since',
  firms: 'You act for',
  firm: (p) => `${p.name} (${p.number}${p.active ? '' : ', no longer active'})`,
  mend: (p) => `Something is wrong? Write to us, we will correct it: ${p.email}`,
  download: 'Take everything with you',
  downloadText:
    'A file with everything that we have stored about you: your details, your rights, your sessions and devices, the orders that you placed, the changes that you made, and when we wrote to you. It is in the format JSON: people can read it and programs can take it in.',
  downloadOther:
    'About other customer numbers it says when you did what. You get the details when you are signed in there.',
  downloadButton: 'Download my data',
  fileName: 'my-data',
  retention: 'What we keep for how long',
  retentionText:
    'We delete what we no longer need. Some of it we have to keep because the law demands it; then only those see it who need it for that.',
  what: 'What',
  why: 'What for',
  howLong: 'How long',
  kinds: [
    {
      what: 'Your account: name, e-mail, language, password (only as a value to check against), second factor',
      why: 'So that you can sign in and nobody else can in your place.',
      howLong: 'Until your account is deleted; then it goes at once.',
    },
    {
      what: 'Sessions and trusted devices: browser, approximate network, time',
      why: 'So that you stay signed in and see whether a stranger is.',
      howLong:
        'A session ends after 8 hours without use, after 7 days at the latest. What has run out is deleted every night.',
    },
    {
      what: 'Orders that you placed',
      why: 'To carry them out and to charge for them; they belong to your company.',
      howLong:
        '8 years from the end of the year, because they are accounting records (§ 147 AO, § 257 HGB). When your account is deleted, a code stands there instead of your name.',
    },
    {
      what: 'Invoices, weekly reports, receipts, direct debit mandates',
      why: 'To charge and to prove what was agreed.',
      howLong: '8 years from the end of the year; mandates also until the last debit is 14 months ago.',
    },
    {
      what: 'The log: who changed what and when',
      why: 'So that your company can follow changes and abuse is noticed.',
      howLong:
        'As long as the data that it is about. When your account is deleted, a code stands there instead of your name.',
    },
    {
      what: 'Entries as a contact: name, responsibility, phone, e-mail',
      why: 'So that we know whom to ask.',
      howLong: 'Until somebody in your company removes the entry. The log keeps that it was there.',
    },
    {
      what: 'Which e-mails we sent you: subject and time, not the text',
      why: 'So that nothing is sent twice and questions can be answered.',
      howLong: 'When your account is deleted, a code stands there instead of your address.',
    },
  ],
  more: 'More about this in the privacy statement',
  deletion: 'Delete your account',
  deletionText:
    'Orders and documents stay with your company. Your account, your sessions and your settings are deleted. Take your data with you first.',
  deletionLink: 'To the users of your company',
};

export const words = { de, en };
