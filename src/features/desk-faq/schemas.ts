import { z } from 'zod';
import { FAQ_TOPICS } from '../../domain/inquiries.ts';
import { requiredText, text, wholeNumber } from '../../platform/input.ts';

/** An answer of the help pages, complete in both languages. */
export const FaqEntry = z.object({
  topic: z.enum(FAQ_TOPICS),
  /** Where it stands among the others; smaller comes first. */
  position: wholeNumber(0, 10_000),
  questionDe: requiredText(200),
  questionEn: requiredText(200),
  answerDe: requiredText(5000),
  answerEn: requiredText(5000),
  keywordsDe: text(300).default(''),
  keywordsEn: text(300).default(''),
  /** Empty: customers do not see it (yet). */
  published: z.enum(['', '1']).default(''),
});
export type FaqEntry = z.output<typeof FaqEntry>;

export const ChangedFaqEntry = FaqEntry.extend({
  id: wholeNumber(1, 999_999_999),
  version: wholeNumber(1, 1_000_000),
});
