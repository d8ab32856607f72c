import { type InquiryState, isOverdue } from '../../../domain/inquiries.ts';
import type { Ctx } from '../../../platform/context.ts';
import { personIdOf } from '../../../platform/context.ts';
import type { Formats } from '../../../platform/i18n/index.ts';
import type { DescriptionItem, Frame, Tone } from '../../../ui/index.ts';
import { inquiryHref } from '../paths.ts';
import type { FoundInquiry, ListedInquiry } from './queries.ts';
import { words } from './words.ts';

export const STATE_TONES: Readonly<Record<InquiryState, Tone>> = {
  open: 'info',
  answered: 'ok',
  closed: 'neutral',
};

/** A row of the list, worded. */
export interface InquiryRow {
  readonly href: string;
  readonly number: string;
  readonly subject: string;
  readonly who: string;
  readonly state: { readonly text: string; readonly tone: Tone };
  readonly last: string;
}

export function inquiryRows(rows: readonly ListedInquiry[], formats: Formats): InquiryRow[] {
  const t = words[formats.language];
  return rows.map((row) => ({
    href: inquiryHref(row.number),
    number: row.number,
    subject: row.subject,
    who: row.personName ?? t.thread.former,
    state: { text: t.states[row.state], tone: STATE_TONES[row.state] },
    last: formats.dateTime(row.lastAt),
  }));
}

/** A message under a question, worded. */
export interface MessageView {
  readonly id: string;
  readonly author: string;
  readonly at: Temporal.Instant;
  readonly body: string;
  /** `ours` by the carrier, `theirs` by the customer, `event` a line about what happened. */
  readonly side: 'ours' | 'theirs' | 'event' | 'note';
}

/** A question with its messages, worded. */
export interface ThreadView {
  readonly number: string;
  readonly subject: string;
  readonly state: { readonly text: string; readonly tone: Tone };
  readonly isClosed: boolean;
  readonly isOverdue: boolean;
  readonly facts: readonly DescriptionItem[];
  readonly messages: readonly MessageView[];
}

export function threadView({ inquiry, messages }: FoundInquiry, ctx: Ctx, frame: Frame): ThreadView {
  const { formats, language } = frame;
  const t = words[language];
  const own = personIdOf(ctx);
  return {
    number: inquiry.number,
    subject: inquiry.subject,
    state: { text: t.states[inquiry.state], tone: STATE_TONES[inquiry.state] },
    isClosed: inquiry.state === 'closed',
    isOverdue: isOverdue(inquiry, ctx.now),
    facts: [
      { term: t.thread.topic, value: t.topics[inquiry.topic] },
      { term: t.thread.asked, value: formats.dateTime(inquiry.createdAt) },
      { term: t.thread.promised, value: inquiry.dueAt ? formats.dateTime(inquiry.dueAt) : '' },
      { term: t.thread.order, value: inquiry.orderNumber ?? '' },
      { term: t.thread.phone, value: inquiry.phone },
    ].filter(({ value }) => value !== ''),
    messages: messages.map((message) => ({
      id: `nachricht-${message.id}`,
      at: message.at,
      body: message.kind === 'event' ? (t.thread.events[message.body] ?? message.body) : message.body,
      side: message.kind === 'event' ? 'event' : message.kind === 'answer' ? 'ours' : 'theirs',
      author:
        message.kind === 'answer' || message.kind === 'event'
          ? message.author || frame.carrier.name
          : message.personId === own
            ? t.thread.you
            : (message.personName ?? t.thread.former),
    })),
  };
}
