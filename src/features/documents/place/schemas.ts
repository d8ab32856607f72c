import { z } from 'zod';
import { DOCUMENT_FOLDERS, DOCUMENT_STATES } from '../../../domain/documents/index.ts';
import { calendarDate, text, wholeNumber } from '../../../platform/input.ts';

/** An empty field of a form is one that was not filled in; what cannot be read hides nothing. */
const lenient = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional()).catch(undefined);

/** What the list can be narrowed to. */
export interface DocumentFilter {
  readonly folder?: (typeof DOCUMENT_FOLDERS)[number] | undefined;
  /** Of the time that they are about. */
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  /** Part of the number or of what it is about. */
  readonly search?: string | undefined;
  readonly costCentre?: number | undefined;
  readonly state?: (typeof DOCUMENT_STATES)[number] | undefined;
  /** Only what the acting person has not looked at. */
  readonly unread?: boolean | undefined;
}

/** The filter over the list, as the address carries it. */
export const DocumentQuery = z.object({
  from: lenient(calendarDate),
  to: lenient(calendarDate),
  search: lenient(text(60)),
  costCentre: lenient(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
  state: lenient(z.enum(DOCUMENT_STATES)),
  unread: lenient(z.literal('1').transform(() => true)),
  older: lenient(z.string().max(60)),
  newer: lenient(z.string().max(60)),
});
export type DocumentQuery = z.output<typeof DocumentQuery>;

/** The name of a tab in an address, for the files of a list. */
export const FolderField = z.object({ folder: z.enum(DOCUMENT_FOLDERS).catch('invoices') });

/** The form that every number of a document has. */
export const DocumentNumber = z.object({ number: z.string().regex(/^[A-Z0-9][A-Za-z0-9./_-]{0,39}$/) });
