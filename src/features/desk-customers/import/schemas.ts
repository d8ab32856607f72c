import { z } from 'zod';
import { customerNumber, emailAddress, requiredText, text } from '../../../platform/input.ts';
import { country, vatId } from '../../master-data/index.ts';

const distinct = (values: readonly string[]) => new Set(values).size === values.length;

const Address = z.object({
  /** By which it is known again the next time. */
  label: requiredText(60),
  recipient: requiredText(200),
  street: requiredText(200),
  postcode: requiredText(10),
  city: requiredText(100),
  uses: z.array(z.enum(['billing', 'delivery', 'pickup'])).min(1),
  contactName: text(200).default(''),
  contactPhone: text(60).default(''),
  driverHint: text(500).default(''),
});

/** A firm as the ERP knows it. What it does not mention stays as it is here. */
export const ImportedFirm = z.object({
  number: customerNumber,
  name: requiredText(200),
  addresses: z
    .array(Address)
    .max(500)
    .refine((addresses) => distinct(addresses.map(({ label }) => label)))
    .default([]),
  costCentres: z
    .array(z.object({ code: requiredText(20), name: requiredText(100) }))
    .max(5000)
    .refine((centres) => distinct(centres.map(({ code }) => code)))
    .default([]),
  /** E-mails whose readers belong to the firm; all of them, where there are any. */
  contacts: z.array(emailAddress.toLowerCase()).max(20).default([]),
  /** What its invoices name it by; an empty one says nothing. */
  vatId,
  /** Of the billing address; absent: as it is, and Germany for a new firm. */
  country: z.preprocess((value) => (value === '' ? undefined : value), country.optional()),
});
export type ImportedFirm = z.output<typeof ImportedFirm>;
export type ImportedAddress = ImportedFirm['addresses'][number];
