import { z } from 'zod';
import { INQUIRY_TOPICS } from '../../../domain/inquiries.ts';
import { emailAddress, requiredText, submissionKey, text } from '../../../platform/input.ts';

const LONGEST_MESSAGE = 5000;

/** A question of somebody who is signed in: who they are is known. */
export const AskAsUser = z.object({
  key: submissionKey,
  topic: z.enum(INQUIRY_TOPICS),
  subject: requiredText(150),
  message: requiredText(LONGEST_MESSAGE),
  phone: text(60).default(''),
  /** The number of an order of the firm that the question is about; empty: of none. */
  order: text(30).default(''),
});

/** A question of anybody else: they say who they are, and nothing of it is taken for proved. */
export const AskAsVisitor = AskAsUser.omit({ order: true }).extend({
  name: requiredText(200),
  email: emailAddress,
  /** As typed: whoever cannot sign in may not know it. */
  customerNumber: text(40).default(''),
});

/** Where a question is named by its number, for example `K-2026-000042`. */
export const InquiryNumber = z.object({ number: z.string().regex(/^K-\d{4}-\d{6,12}$/) });

export const Reply = z.object({ message: requiredText(LONGEST_MESSAGE) });
