import { z } from 'zod';
import {
  DOCUMENT_KINDS,
  DOCUMENT_STATES,
  type DocumentKind,
  decimalCents,
  firstState,
} from '../../../domain/documents/index.ts';
import { calendarDate, customerNumber, requiredText, text } from '../../../platform/input.ts';

/** An empty field of a form or a table is one that was not filled in. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

const amount = z.union([z.string(), z.number()]).transform((typed, issues) => {
  const cents = decimalCents(String(typed));
  if (cents !== undefined) return cents;
  issues.addIssue({ code: 'custom', input: typed, params: { problem: 'not-an-amount' } });
  return z.NEVER;
});

const number = requiredText(40).regex(/^[A-Z0-9][A-Za-z0-9./_-]*$/);

/** What must be said of a document that comes from elsewhere; amounts in euros as `1234,56`. */
export const ImportFacts = z
  .object({
    customer: customerNumber,
    kind: z.enum(DOCUMENT_KINDS as [DocumentKind, ...DocumentKind[]]),
    number,
    date: calendarDate,
    title: text(200).default(''),
    periodFrom: optional(calendarDate),
    periodTo: optional(calendarDate),
    net: optional(amount),
    gross: optional(amount),
    due: optional(calendarDate),
    costCentre: optional(text(20)),
    state: optional(z.enum(DOCUMENT_STATES)),
    stateOn: optional(calendarDate),
    corrects: optional(number),
  })
  .superRefine((facts, issues) => {
    const missing = (field: keyof typeof facts, other: keyof typeof facts) => {
      if (facts[field] === undefined && facts[other] !== undefined)
        issues.addIssue({ code: 'custom', path: [field], input: undefined, params: { problem: 'required' } });
    };
    missing('periodFrom', 'periodTo');
    missing('periodTo', 'periodFrom');
    missing('net', 'gross');
    missing('gross', 'net');
    const { periodFrom: from, periodTo: to } = facts;
    if (from && to && Temporal.PlainDate.compare(from, to) > 0)
      issues.addIssue({ code: 'custom', path: ['periodTo'], input: to, params: { problem: 'before-start' } });
    const { net, gross, kind, state, stateOn } = facts;
    // amounts of what is given back are negative, both of them
    if (net !== undefined && gross !== undefined && (Math.abs(gross) < Math.abs(net) || gross * net < 0))
      issues.addIssue({
        code: 'custom',
        path: ['gross'],
        input: gross,
        params: { problem: 'net-above-gross' },
      });
    if (firstState(kind) === undefined && (state ?? stateOn) !== undefined)
      issues.addIssue({
        code: 'custom',
        path: [state ? 'state' : 'stateOn'],
        input: state,
        params: { problem: 'knows-no-state' },
      });
    missing('state', 'stateOn');
  });
export type ImportFacts = z.output<typeof ImportFacts>;

/** The fields, in the order in which a form or a table lists them. */
export const IMPORT_FIELDS = [
  'customer',
  'kind',
  'number',
  'date',
  'title',
  'periodFrom',
  'periodTo',
  'net',
  'gross',
  'due',
  'costCentre',
  'state',
  'stateOn',
  'corrects',
] as const satisfies (keyof ImportFacts)[];
