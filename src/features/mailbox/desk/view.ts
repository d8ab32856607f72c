import type { Formats, Language } from '../../../platform/i18n/index.ts';
import type { Tone } from '../../../ui/index.ts';
import { deskMailHref } from './paths.ts';
import type { MailJob, MailRow, MailState } from './queries.ts';
import { words } from './words.ts';

export interface DeskMailRow {
  readonly href: string;
  readonly subject: string;
  readonly to: string;
  readonly at: string;
  readonly state: { readonly tone: Tone; readonly text: string };
}

const TONES: Readonly<Record<MailState, Tone>> = { sent: 'ok', failed: 'danger', waiting: 'info' };

function stateOf(mail: MailRow): MailState {
  if (mail.sentAt) return 'sent';
  return mail.lastError === null ? 'waiting' : 'failed';
}

export function deskMailRow(mail: MailRow, language: Language, formats: Formats): DeskMailRow {
  const state = stateOf(mail);
  return {
    href: deskMailHref(mail.id),
    subject: mail.subject,
    to: mail.recipient,
    at: formats.dateTime(mail.createdAt),
    state: { tone: TONES[state], text: words[language].states[state] },
  };
}

/** A letter with what became of it. */
export interface DeskMailView extends DeskMailRow {
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  /** Kept in the demo only. */
  readonly text: string | undefined;
  /** How it can be sent again; undefined when it cannot. */
  readonly again: 'retry' | 'repeat' | undefined;
}

export function deskMailView(
  mail: MailRow,
  job: MailJob | undefined,
  language: Language,
  formats: Formats,
): DeskMailView {
  const t = words[language];
  const at = (instant: Temporal.Instant | null) => (instant ? formats.dateTime(instant) : '–');
  const isOver = job && ['completed', 'failed', 'cancelled'].includes(job.state);
  return {
    ...deskMailRow(mail, language, formats),
    facts: [
      { term: t.to, value: mail.recipient },
      { term: t.at, value: at(mail.createdAt) },
      { term: t.sentAt, value: at(mail.sentAt) },
      ...(mail.attempts > 0 ? [{ term: t.attempts, value: String(mail.attempts) }] : []),
      ...(mail.lastError === null
        ? []
        : [
            { term: t.lastAttempt, value: at(mail.lastAttemptAt) },
            { term: t.error, value: mail.lastError },
          ]),
      { term: t.job, value: job ? `${job.name}, ${t.jobStates[job.state]}` : t.jobGone },
    ],
    text: mail.textBody ?? undefined,
    again: isOver ? (job.state === 'failed' ? 'retry' : 'repeat') : undefined,
  };
}
