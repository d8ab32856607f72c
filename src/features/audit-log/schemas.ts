import { z } from 'zod';
import { calendarDate, text } from '../../platform/input.ts';

/** Nothing typed is no filter, and what makes no sense is none either: an address is not a form. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional()).catch(undefined);

export const AuditQuery = z.object({
  who: optional(text(254)),
  customer: optional(text(40)),
  action: optional(text(80)),
  object: optional(text(120)),
  from: optional(calendarDate),
  to: optional(calendarDate),
  /** The id below, or above, which the page begins. */
  older: optional(
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ),
  newer: optional(
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ),
});
export type AuditQuery = z.output<typeof AuditQuery>;
