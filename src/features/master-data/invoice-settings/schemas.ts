import { z } from 'zod';
import { COUNTRIES } from '../../../domain/countries.ts';
import { readLeitwegId } from '../../../domain/leitweg-id.ts';
import { readVatId } from '../../../domain/vat-id.ts';
import { cleanText, emailAddress, text } from '../../../platform/input.ts';

/** So many people of a firm can get a copy of each kind of document. */
export const MOST_COPIES = 10;

/** Addresses as typed: one on each line, commas and semicolons do as well. Each counts once, as first written. */
export function splitAddresses(typed: string | readonly string[]): string[] {
  const list = typeof typed === 'string' ? typed.split(/[\s,;]+/) : typed;
  const distinct = new Map<string, string>();
  for (const address of list.map(cleanText).filter(Boolean)) {
    const key = address.toLowerCase();
    if (!distinct.has(key)) distinct.set(key, address);
  }
  return [...distinct.values()];
}

const addresses = z
  .union([z.string(), z.array(z.string())])
  .default('')
  .transform(splitAddresses)
  .pipe(z.array(emailAddress).max(MOST_COPIES));

const leitwegId = z
  .string()
  .default('')
  .transform((typed, issues) => {
    if (cleanText(typed) === '') return '';
    const reading = readLeitwegId(cleanText(typed));
    if ('id' in reading) return reading.id;
    const problem = reading.problem === 'malformed' ? 'not-a-leitweg-id' : 'wrong-check-digits';
    issues.addIssue({ code: 'custom', input: typed, params: { problem } });
    return z.NEVER;
  });

/** Empty where the firm has none or says none. */
export const vatId = z
  .string()
  .default('')
  .transform((typed, issues) => {
    if (cleanText(typed) === '') return '';
    const reading = readVatId(cleanText(typed));
    if ('id' in reading) return reading.id;
    const problem = reading.problem === 'malformed' ? 'not-a-vat-id' : 'vat-check-digit';
    issues.addIssue({ code: 'custom', input: typed, params: { problem } });
    return z.NEVER;
  });

/** Of the billing address. */
export const country = z.string().toUpperCase().pipe(z.enum(COUNTRIES));

/** How a firm wants its bills. */
export const InvoiceSettings = z.object({
  invoiceCopies: addresses,
  reportCopies: addresses,
  receiptCopies: addresses,
  einvoiceFormat: z.enum(['zugferd', 'xrechnung']),
  leitwegId,
  buyerReference: text(100).default(''),
  vatId,
  country: country.default('DE'),
  priceDisplay: z.enum(['net', 'gross']),
});
export type InvoiceSettings = z.output<typeof InvoiceSettings>;

/** What holds as long as a firm has said nothing else. */
export const DEFAULT_SETTINGS: InvoiceSettings = {
  invoiceCopies: [],
  reportCopies: [],
  receiptCopies: [],
  einvoiceFormat: 'zugferd',
  leitwegId: '',
  buyerReference: '',
  vatId: '',
  country: 'DE',
  priceDisplay: 'net',
};
