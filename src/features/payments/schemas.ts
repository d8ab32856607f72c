import { z } from 'zod';
import { DOCUMENT_NUMBER } from '../../domain/invoicing/index.ts';
import { MANDATE_SCHEMES } from '../../domain/mandates/index.ts';
import { RETURN_REASONS } from '../../domain/payments/index.ts';
import { calendarDate, requiredText, submissionKey, text } from '../../platform/input.ts';

const number = z.string().regex(DOCUMENT_NUMBER);

/** More than this is a slip of the hand: no bank transfers it at once. */
const MOST_CENTS = 99_999_999_999;

/** An amount in euros as people type it, "1.234,50" or "1234.5"; as whole cents. */
export const euros = z.string().transform((typed, issues) => {
  const bare = typed.replaceAll(/[\s€]/g, '');
  const [, whole = '', cents = ''] = /^(\d{1,3}(?:\.\d{3})*|\d{1,9})(?:,(\d{1,2}))?$/.exec(bare) ??
    /^(\d{1,9})\.(\d{1,2})$/.exec(bare) ?? [undefined, undefined, undefined];
  const amount = Number(whole.replaceAll('.', '')) * 100 + Number(cents.padEnd(2, '0'));
  if (bare !== '' && whole !== '' && amount > 0 && amount <= MOST_CENTS) return amount;
  issues.addIssue({
    code: 'custom',
    input: typed,
    params: bare === '' ? { problem: 'required' } : { problem: 'not-an-amount' },
  });
  return z.NEVER;
});

/** Money that came in for an invoice, or went back to the firm. */
export const RecordPayment = z.object({
  number,
  kind: z.enum(['transfer', 'refund']),
  amount: euros,
  paidOn: calendarDate,
  note: text(200).default(''),
  key: submissionKey,
});

/** A bank gave a direct debit back. */
export const RecordReturn = z.object({
  number,
  returnedOn: calendarDate,
  reason: z.enum(RETURN_REASONS),
});

export const MakeDebitFile = z.object({ scheme: z.enum(MANDATE_SCHEMES) });

/** A file of debits; a second time with a reason. */
export const TakeDebitFile = z.object({
  number: z.string().regex(/^L-\d{4}-\d{6,}$/),
  reason: text(500).default(''),
});

export const DebitFileNumber = TakeDebitFile.pick({ number: true });

export const WriteReminder = z.object({ customer: requiredText(40) });
