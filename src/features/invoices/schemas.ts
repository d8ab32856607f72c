import { z } from 'zod';
import { DOCUMENT_NUMBER } from '../../domain/invoicing/index.ts';
import { requiredText, wholeNumber } from '../../platform/input.ts';

/** A month as `2026-11`: its first day. */
export const month = z.string().transform((typed, issues) => {
  try {
    if (/^2\d{3}-\d{2}$/.test(typed)) return Temporal.PlainDate.from(`${typed}-01`);
  } catch {
    // 2026-13 has the form of a month and is none
  }
  issues.addIssue({ code: 'custom', input: typed, params: { problem: 'not-a-date' } });
  return z.NEVER;
});

/** A monthly run: for everybody who has something to be charged with, except for these customer numbers. */
export const StartRun = z.object({
  month,
  without: z.array(z.string().max(40)).max(10_000).default([]),
});

export const RunId = z.object({ run: wholeNumber(1, 999_999_999) });

/** The number of an invoice, a correction or a cancellation, as an address carries it. */
export const InvoiceNumber = z.object({ number: z.string().regex(DOCUMENT_NUMBER) });

/** Taking an invoice back as a whole. `again`: what it charged is charged anew by the next run. */
export const CancelInvoice = InvoiceNumber.extend({
  reason: requiredText(500),
  again: z
    .union([z.boolean(), z.string()])
    .optional()
    .transform((value) => value === true || value === 'on'),
});

/** Taking back so many pieces of some lines; 0 or nothing leaves a line alone. */
export const CorrectInvoice = InvoiceNumber.extend({
  reason: requiredText(500),
  /** How many documents took the invoice back when the clerk looked: one more since then, and it is too late. */
  seen: wholeNumber(0, 999_999).optional(),
  quantities: z.record(z.string().regex(/^\d{1,5}$/), z.union([z.literal(''), wholeNumber(0, 999_999_999)])),
});
