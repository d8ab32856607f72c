import { z } from 'zod';
import { decimalCents } from '../../domain/documents/index.ts';
import { requiredText } from '../../platform/input.ts';

/** What is said when an order is declined. */
export const Decline = z.object({ reason: requiredText(500) });
export type Decline = z.input<typeof Decline>;

const tick = z
  .union([z.boolean(), z.string().max(10)])
  .optional()
  .transform((value) => value === true || value === 'on');

/** No order of a firm costs more. */
const MOST_EUROS = 1_000_000;

/** Net euros as people write them, `250` or `250,50`; empty: no amount. Cents come out. */
const above = z
  .string()
  .max(40)
  .default('')
  .transform((typed, issues) => {
    if (typed.trim() === '') return undefined;
    const cents = decimalCents(typed.replaceAll(/[\s€]/g, ''));
    const wrong = (params: { problem: string; limit?: number }) => {
      issues.addIssue({ code: 'custom', input: typed, params });
      return z.NEVER;
    };
    if (cents === undefined) return wrong({ problem: 'not-an-amount' });
    if (cents < 0) return wrong({ problem: 'too-small', limit: 0 });
    return cents > MOST_EUROS * 100 ? wrong({ problem: 'too-large', limit: MOST_EUROS }) : cents;
  });

/** The firm's rule as its form sends it. */
export const SetApprovalRule = z.object({ isOn: tick, above, fourEyes: tick });
export type SetApprovalRule = z.input<typeof SetApprovalRule>;
