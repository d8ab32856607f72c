import { z } from 'zod';
import { parseCustomerNumber } from '../domain/customer-number.ts';
import { type FieldProblem, refuse } from '../domain/refusal.ts';

/**
 * Checks an input against its schema; forms, the API and the command line all come through here.
 * Refuses with `invalid`, naming every field that is wrong, each once with the first thing that is wrong with it.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(toProblem);
  const fields = new Map(problems.reverse().map((problem) => [problem.field, problem]));
  refuse({ code: 'invalid', fields: [...fields.values()].reverse() });
}

type Problem = FieldProblem['problem'];

function toProblem(issue: z.core.$ZodIssue): FieldProblem {
  return { field: issue.path.join('.'), ...describe(issue) };
}

function describe(issue: z.core.$ZodIssue): { problem: Problem; limit?: number } {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin !== 'string') return { problem: 'too-small', limit: Number(issue.minimum) };
      return Number(issue.minimum) === 1
        ? { problem: 'required' }
        : { problem: 'too-short', limit: Number(issue.minimum) };
    case 'too_big':
      return { problem: issue.origin === 'string' ? 'too-long' : 'too-large', limit: Number(issue.maximum) };
    case 'custom':
      return {
        problem: (issue.params?.problem as Problem | undefined) ?? 'unreadable',
        ...(typeof issue.params?.limit === 'number' ? { limit: issue.params.limit } : {}),
      };
    case 'invalid_type':
      if (issue.input === undefined) return { problem: 'required' };
      return {
        problem: issue.expected === 'number' || issue.expected === 'int' ? 'not-a-number' : 'unreadable',
      };
    case 'invalid_union':
      return { problem: issue.input === undefined ? 'required' : 'unreadable' };
    case 'unrecognized_keys':
    case 'invalid_value':
      return { problem: 'unknown' };
    default:
      return { problem: 'unreadable' };
  }
}

// Control characters (PostgreSQL stores no NUL), spaces without width, and marks that turn the direction of what
// follows them. Joiners stay: scripts and emoji need them.
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** What somebody typed, as it is stored: well-formed, without invisible marks, composed, trimmed. */
export const cleanText = (typed: string): string =>
  typed.toWellFormed().replace(INVISIBLE, '').normalize('NFC').trim();

/** One line or paragraph of text, empty allowed. Lengths are counted after cleaning, an emoji as one like PostgreSQL does. */
export const text = (maximum: number) => z.string().overwrite(cleanText).max(maximum);

/** The same, but something must be there. */
export const requiredText = (maximum: number) => z.string().overwrite(cleanText).min(1).max(maximum);

const custom = (problem: Problem) => ({ params: { problem } });

/** An e-mail address, kept as typed; comparisons ignore case. */
export const emailAddress = requiredText(254).refine(
  (value) => z.email().safeParse(value).success,
  custom('not-an-email'),
);

/** A customer number, with its spaces and its small d mended. */
export const customerNumber = requiredText(40).transform((typed, issues) => {
  const number = parseCustomerNumber(typed);
  if (number) return number;
  issues.addIssue({ code: 'custom', input: typed, ...custom('not-a-customer-number') });
  return z.NEVER;
});

/** A whole number typed into a form or sent as JSON. Absent and empty are `required`. */
export const wholeNumber = (minimum: number, maximum: number) =>
  z
    .union([z.number(), z.string()])
    .transform((typed, issues) => {
      const number =
        typeof typed === 'number' ? typed : /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : Number.NaN;
      if (Number.isInteger(number)) return number;
      const isEmpty = typeof typed === 'string' && typed.trim() === '';
      issues.addIssue({ code: 'custom', input: typed, ...custom(isEmpty ? 'required' : 'not-a-number') });
      return z.NEVER;
    })
    .pipe(z.number().min(minimum).max(maximum));

/** A calendar date as `2026-11-30`, of a year that people and PostgreSQL can do something with. */
export const calendarDate = z.string().transform((typed, issues) => {
  try {
    if (/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(typed)) return Temporal.PlainDate.from(typed);
  } catch {
    // 2026-02-30 has the form of a date and is none
  }
  issues.addIssue({ code: 'custom', input: typed, ...custom('not-a-date') });
  return z.NEVER;
});

/** A time of the clock on the wall, `10:32`. */
export const wallTime = z.string().transform((typed, issues) => {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(typed)) return Temporal.PlainTime.from(typed);
  issues.addIssue({ code: 'custom', input: typed, params: { problem: 'not-a-time' } });
  return z.NEVER;
});

/** The key that is born with a form: a resend of the same form carries the same key. */
export const submissionKey = z.string().regex(/^[\w-]{8,100}$/);
