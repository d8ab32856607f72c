import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Aufgaben',
  lead: 'Was das Portal nach einem Klick erledigt: E-Mails, Belege, nächtliche Arbeiten. Was scheitert, wird achtmal wiederholt.',
  caption: 'Warteschlangen',
  queue: 'Warteschlange',
  waiting: 'Wartet',
  active: 'Läuft',
  retry: 'Wird wiederholt',
  failed: 'Gescheitert',
  completed: 'Erledigt (7 Tage)',
  oldest: 'Wartet seit',
  schedule: 'Zeitplan',
  failedTitle: 'Gescheitert',
  failedCaption: 'Gescheiterte Aufgaben, die neuesten zuerst',
  at: 'Zuletzt versucht',
  attempts: 'Versuche',
  error: 'Fehler',
  actions: 'Aktionen',
  again: 'Noch einmal versuchen',
  allAgain: 'Alle dieser Warteschlange noch einmal versuchen',
  nothingFailed: 'Nichts ist gescheitert',
  nothingFailedText: 'Was scheitert, steht hier sieben Tage lang und lässt sich wiederholen.',
  done: (p: { count: number }) =>
    p.count === 1
      ? '1 Aufgabe wird noch einmal versucht.'
      : `${p.count} Aufgaben werden noch einmal versucht.`,
  idle: (p: { count: number }) => `Ohne Aufgaben in den letzten sieben Tagen: ${p.count}`,
  shownMost: (p: { count: number }) => `Gezeigt sind die neuesten ${p.count}.`,
};

const en: Words<typeof de> = {
  title: 'Jobs',
  lead: 'What the portal does after a click: e-mails, documents, nightly work. What fails is tried again eight times.',
  caption: 'Queues',
  queue: 'Queue',
  waiting: 'Waiting',
  active: 'Running',
  retry: 'To be retried',
  failed: 'Failed',
  completed: 'Done (7 days)',
  oldest: 'Waiting since',
  schedule: 'Schedule',
  failedTitle: 'Failed',
  failedCaption: 'Failed jobs, the newest first',
  at: 'Last tried',
  attempts: 'Attempts',
  error: 'Error',
  actions: 'Actions',
  again: 'Try again',
  allAgain: 'Try all of this queue again',
  nothingFailed: 'Nothing has failed',
  nothingFailedText: 'What fails stands here for seven days and can be tried again.',
  done: (p) => (p.count === 1 ? '1 job is tried again.' : `${p.count} jobs are tried again.`),
  idle: (p) => `Without jobs in the last seven days: ${p.count}`,
  shownMost: (p) => `The newest ${p.count} are shown.`,
};

export const words = { de, en };
