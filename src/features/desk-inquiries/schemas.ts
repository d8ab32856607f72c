import { z } from 'zod';
import { INQUIRY_STATES, INQUIRY_TOPICS } from '../../domain/inquiries.ts';
import { requiredText, text, wholeNumber } from '../../platform/input.ts';

/** What the inbox shows; whatever is not understood is as if it had not been asked for. */
export const InboxQuery = z.object({
  // the inbox is what waits; everything else is looked for
  state: z
    .enum([...INQUIRY_STATES, 'all'])
    .catch('open')
    .default('open'),
  assignee: z.enum(['me', 'nobody']).optional().catch(undefined),
  topic: z.enum(INQUIRY_TOPICS).optional().catch(undefined),
  overdue: z.literal('1').optional().catch(undefined),
  search: text(100).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
});
export type InboxQuery = z.output<typeof InboxQuery>;

/** Which version of the question the clerk has seen. */
const Seen = z.object({ version: wholeNumber(1, 1_000_000) });

export const AssignInquiry = Seen.extend({
  /** The account of a clerk; empty: nobody. */
  assigneeId: z.union([z.literal(''), wholeNumber(1, 999_999_999)]).default(''),
});

export const AnswerInquiry = Seen.extend({
  message: requiredText(5000),
  /** Afterwards nothing is left to do. */
  close: z.enum(['', '1']).default(''),
});

export const NoteInquiry = Seen.extend({ note: requiredText(5000) });

export const SettleInquiry = Seen;
