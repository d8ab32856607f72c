import { createHash } from 'node:crypto';
import { z } from 'zod';
import { todayOf } from '../../../domain/calendar/index.ts';
import { effectiveDateProblem } from '../../../domain/catalogue-changes.ts';
import { type FieldProblem, refuse } from '../../../domain/refusal.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { calendarDate, parseInput } from '../../../platform/input.ts';
import { schemaOf, type Values } from '../fields.ts';
import type { Found, Subject } from '../subject.ts';
import { SUBJECTS } from '../subjects/index.ts';

/** A change that could be made: everything has been checked. */
export interface Change {
  readonly subject: Subject;
  readonly code: string;
  readonly from: Temporal.PlainDate;
  readonly found: Found;
  readonly values: Values;
}

/** The kind of thing behind its key. Refuses with `not-found`. */
export const subjectOf = (key: string): Subject => SUBJECTS.get(key) ?? refuse({ code: 'not-found' });

/** A mark of what somebody saw: another one means that it has changed since. */
export const markOf = (values: Values): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);

/**
 * Reads and checks what the desk wants to be different.
 * @param input `subject`, `code`, `from` (a date; not for days), `seen` (see {@link markOf}), and the fields of the subject
 *
 * Refuses with `not-found`, `invalid` (also when nothing would be different), `stale` when it has changed since `seen`.
 */
export async function readChange(tx: Transaction, ctx: Ctx, input: unknown): Promise<Change> {
  const {
    subject: key,
    code,
    seen,
  } = z.object({ subject: z.string(), code: z.string(), seen: z.string().optional() }).parse(input);
  const subject = subjectOf(key);
  const today = todayOf(ctx);
  if (!(await subject.find(tx, code, today))) refuse({ code: 'not-found' });
  const { from, values } = parseFields(subject, code, input);
  const found = (await subject.find(tx, code, from)) ?? refuse({ code: 'not-found' });
  if (seen !== undefined && seen !== markOf(found.values)) refuse({ code: 'stale' });
  const problem =
    problemOf(subject, code, { from, today, found, values }) ??
    (await subject.checkInside?.(tx, code, values));
  if (problem) refuse({ code: 'invalid', fields: [problem] });
  return { subject, code, from, found, values };
}

function parseFields(subject: Subject, code: string, input: unknown) {
  const values = schemaOf(subject.fields);
  if (subject.isDay) return { from: Temporal.PlainDate.from(code), values: parseInput(values, input) };
  const { from, ...rest } = input as { from?: unknown };
  // both at once, so that a wrong date and a wrong price are told together
  const parsed = parseInput(z.object({ from: calendarDate }).and(values), { from, ...rest });
  const { from: date, ...fields } = parsed as { from: Temporal.PlainDate } & Values;
  return { from: date, values: fields as Values };
}

function problemOf(
  subject: Subject,
  code: string,
  change: { from: Temporal.PlainDate; today: Temporal.PlainDate; found: Found; values: Values },
): FieldProblem | undefined {
  const { from, today, found, values } = change;
  const [first] = subject.fields;
  const dateProblem = effectiveDateProblem(from, today);
  if (dateProblem) return { field: subject.isDay ? (first?.name ?? '') : 'from', problem: dateProblem };
  const problem = subject.check?.(values, code);
  if (problem) return problem;
  const isSame = subject.fields.every(({ name }) => values[name] === (found.values[name] ?? null));
  return isSame ? { field: first?.name ?? '', problem: 'unchanged' } : undefined;
}
