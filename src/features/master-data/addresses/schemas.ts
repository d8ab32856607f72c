import { z } from 'zod';
import { mendPostcode } from '../../../domain/postcode.ts';
import { cleanText, requiredText, text } from '../../../platform/input.ts';
import { tick } from '../schemas.ts';

export const Postcode = z
  .string()
  .overwrite((typed) => mendPostcode(cleanText(typed)))
  .min(1)
  .max(10);

/** What a firm says about one of its addresses. A postcode that looks strange is no mistake: see `question.ts` and `served.ts`. */
export const AddressValues = z
  .object({
    label: requiredText(60),
    recipient: requiredText(200),
    street: requiredText(200),
    postcode: Postcode,
    city: requiredText(100),
    isBilling: tick,
    isDelivery: tick,
    isPickup: tick,
    isDefaultBilling: tick,
    contactName: text(200).default(''),
    contactPhone: text(60).default(''),
    driverHint: text(500).default(''),
  })
  // where bills go by default is a place where bills go
  .transform((values) => ({ ...values, isBilling: values.isBilling || values.isDefaultBilling }))
  .refine(({ isBilling, isDelivery, isPickup }) => isBilling || isDelivery || isPickup, {
    path: ['isBilling'],
    params: { problem: 'nothing-chosen' },
  });
export type AddressValues = z.output<typeof AddressValues>;
