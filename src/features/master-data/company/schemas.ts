import { z } from 'zod';
import { calendarDate, requiredText, text, wholeNumber } from '../../../platform/input.ts';

/** What a firm asks the carrier for when it is called otherwise from a day on. */
export const CompanyChange = z.object({
  newName: requiredText(200),
  validFrom: calendarDate,
  reason: requiredText(1000),
});
export type CompanyChange = z.output<typeof CompanyChange>;

/** What the carrier answers. Whoever is declined is told why. */
export const CompanyAnswer = z
  .object({
    id: wholeNumber(1, Number.MAX_SAFE_INTEGER),
    answer: z.enum(['accepted', 'declined']),
    note: text(1000).default(''),
  })
  .refine(({ answer, note }) => answer === 'accepted' || note !== '', {
    path: ['note'],
    params: { problem: 'required' },
  });
