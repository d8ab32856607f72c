import { z } from 'zod';
import { MANDATE_SCHEMES } from '../../domain/mandates/index.ts';
import { parseIban, SEPA_COUNTRIES } from '../../platform/iban.ts';
import { requiredText, submissionKey } from '../../platform/input.ts';
import { isBankText } from './bank-text.ts';

/** One line of text that travels with a payment. */
const bankText = (maximum: number) =>
  requiredText(maximum)
    .overwrite((typed) => typed.replaceAll(/\s+/gu, ' '))
    .refine(isBankText, { params: { problem: 'bank-characters' } });

const iban = requiredText(60).transform((typed, issues) => {
  const read = parseIban(typed);
  if ('iban' in read) return read.iban;
  issues.addIssue({ code: 'custom', input: typed, params: { ...read } });
  return z.NEVER;
});

/**
 * A mandate as the account holder gives it. The lengths are those of a SEPA payment (name 70, town 35).
 * `replaces` is the mandate that was in force when the form was shown, empty if there was none.
 */
export const GiveMandate = z.object({
  scheme: z.enum(MANDATE_SCHEMES),
  holder: bankText(70),
  iban,
  street: bankText(70),
  postcode: bankText(16),
  city: bankText(35),
  country: z.string().refine((code) => SEPA_COUNTRIES.includes(code), { params: { problem: 'unknown' } }),
  place: bankText(35),
  signature: bankText(70),
  agreed: z
    .string()
    .default('')
    .refine((value) => value === 'on', { params: { problem: 'not-agreed' } }),
  replaces: z.string().max(35).default(''),
  key: submissionKey,
});
export type GiveMandate = z.output<typeof GiveMandate>;

export const MandateReference = z.object({ reference: z.string().regex(/^D\d{1,12}-\d{4,20}$/) });
