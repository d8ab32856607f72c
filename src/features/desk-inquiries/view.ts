import { isOverdue } from '../../domain/inquiries.ts';
import type { Frame, Tone } from '../../ui/index.ts';
import { inquiryWords, type MessageView, STATE_TONES } from '../help/index.ts';
import { deskInquiryHref } from './paths.ts';
import type { DeskInquiry, InboxRow } from './queries.ts';
import { words } from './words.ts';

/** A row of the inbox, worded. */
export interface InboxRowView {
  readonly href: string;
  readonly number: string;
  readonly subject: string;
  readonly who: string;
  readonly firm: string;
  readonly assignee: string;
  readonly due: string;
  readonly isOverdue: boolean;
  readonly last: string;
  readonly state: { readonly text: string; readonly tone: Tone };
}

export function inboxRows(rows: readonly InboxRow[], now: Temporal.Instant, frame: Frame): InboxRowView[] {
  const { formats, language } = frame;
  const t = words[language];
  return rows.map((row) => ({
    href: deskInquiryHref(row.number),
    number: row.number,
    subject: row.subject,
    who: row.personName ?? row.visitorName ?? t.thread.former,
    firm: row.customerNumber ? `${row.customerNumber} ${row.customerName}` : t.list.visitor,
    assignee: row.assigneeName ?? t.thread.nobody,
    due: row.dueAt ? formats.dateTime(row.dueAt) : '',
    isOverdue: isOverdue(row, now),
    last: formats.dateTime(row.lastAt),
    state: { text: t.list.states[row.state], tone: STATE_TONES[row.state] },
  }));
}

/** Something to know about a question, perhaps with the page where there is more. */
export interface Fact {
  readonly term: string;
  readonly value: string;
  readonly href?: string;
}

/** A question for the desk, worded. */
export interface DeskThreadView {
  readonly number: string;
  readonly subject: string;
  readonly version: number;
  readonly state: { readonly text: string; readonly tone: Tone };
  readonly isClosed: boolean;
  readonly isOpen: boolean;
  readonly isOverdue: boolean;
  readonly isUnproved: boolean;
  readonly facts: readonly Fact[];
  readonly messages: readonly MessageView[];
  readonly assigneeId: number | undefined;
  /** Said where it is somebody else. */
  readonly takenBy: string | undefined;
}

export function deskThreadView(
  { inquiry, messages }: DeskInquiry,
  who: { readonly staffId: number | undefined; readonly now: Temporal.Instant },
  frame: Frame,
): DeskThreadView {
  const { formats, language } = frame;
  const t = words[language].thread;
  const isSomebodyElse = inquiry.assigneeId !== null && inquiry.assigneeId !== who.staffId;
  const firm = inquiry.customerNumber && `${inquiry.customerNumber} ${inquiry.customerName}`;
  return {
    number: inquiry.number,
    subject: inquiry.subject,
    version: inquiry.version,
    state: { text: words[language].list.states[inquiry.state], tone: STATE_TONES[inquiry.state] },
    isClosed: inquiry.state === 'closed',
    isOpen: inquiry.state === 'open',
    isOverdue: isOverdue(inquiry, who.now),
    isUnproved: inquiry.customerId === null,
    facts: [
      { term: t.firm, value: firm ?? '', href: `/desk/kunden/${inquiry.customerNumber}` },
      { term: t.person, value: inquiry.personName ?? inquiry.visitorName ?? t.former },
      { term: t.email, value: inquiry.personEmail ?? inquiry.visitorEmail ?? '' },
      { term: t.claimed, value: inquiry.claimedNumber },
      { term: t.phone, value: inquiry.phone },
      { term: t.language, value: t.languages[inquiry.language] },
      { term: t.topic, value: inquiryWords[language].topics[inquiry.topic] },
      { term: t.order, value: inquiry.orderNumber ?? '' },
      { term: t.asked, value: formats.dateTime(inquiry.createdAt) },
      { term: t.due, value: inquiry.dueAt ? formats.dateTime(inquiry.dueAt) : '' },
    ].filter(({ value }) => value !== ''),
    messages: messages.map((message) => ({
      id: `nachricht-${message.id}`,
      at: message.at,
      body: message.kind === 'event' ? eventText(message.body, t.events) : message.body,
      side: SIDES[message.kind],
      author: authorOf(message, inquiry.visitorName, frame),
    })),
    assigneeId: inquiry.assigneeId ?? undefined,
    takenBy: isSomebodyElse ? t.takenBy({ name: inquiry.assigneeName ?? t.former }) : undefined,
  };
}

const SIDES = {
  question: 'theirs',
  reply: 'theirs',
  answer: 'ours',
  note: 'note',
  event: 'event',
} as const satisfies Record<DeskInquiry['messages'][number]['kind'], MessageView['side']>;

const eventText = (body: string, events: Readonly<Record<'closed' | 'open', string>>) =>
  body === 'closed' || body === 'open' ? events[body] : body;

function authorOf(
  message: DeskInquiry['messages'][number],
  visitorName: string | null,
  frame: Frame,
): string {
  const t = words[frame.language].thread;
  if (message.kind === 'question' || message.kind === 'reply') {
    return message.personName ?? visitorName ?? t.former;
  }
  const clerk = message.staffName ?? message.author;
  return message.kind === 'note' ? `${clerk} (${t.internal})` : clerk;
}
