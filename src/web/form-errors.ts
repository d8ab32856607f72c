import { type FieldProblem, type Refusal, Refused } from '../domain/refusal.ts';
import { formatsFor } from '../platform/i18n/index.ts';
import type { PageRequest } from './page-request.ts';
import { problemWords, statusOf, wordsFor } from './refusals.ts';

/** What went wrong with a form, worded for its page. */
export interface FormErrors {
  /** For the answer; 200 when nothing went wrong. */
  readonly status: number;
  /** For the summary on top of the page, in the order of the form. */
  readonly summary: readonly { readonly field?: string; readonly message: string }[];
  /** Headline of the summary, when it is not the usual "please check your entries". */
  readonly title?: string;
  /** What to say beside the field, if anything. */
  readonly of: (field: string) => string | undefined;
}

export const noErrors: FormErrors = { status: 200, summary: [], of: () => undefined };

/**
 * Words for a refusal on the page of its form.
 * @param labels field names in the order of the form, as people read them: "Kundennummer"
 * @param slotField the field that a refused window belongs to
 */
export function formErrors(
  request: PageRequest,
  refusal: Refusal,
  labels: Readonly<Record<string, string>>,
  slotField?: string,
): FormErrors {
  const { language } = request.ctx;
  const status = statusOf(refusal);
  if (refusal.code !== 'invalid') {
    const { title, text } = wordsFor(refusal, formatsFor(language, request.services.carrier.timeZone));
    const field = refusal.code.startsWith('slot-') ? slotField : undefined;
    return {
      status,
      title,
      summary: [{ ...(field ? { field } : {}), message: text }],
      of: (name) => (name === field ? text : undefined),
    };
  }
  const order = Object.keys(labels);
  const problems = refusal.fields
    // one line for each field: what is missing is not malformed as well
    .filter(({ field }, at, all) => all.findIndex((other) => other.field === field) === at)
    .toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  const say = (problem: FieldProblem) => problemWords(problem, language);
  return {
    status,
    summary: problems.map((problem) => {
      const label = labels[problem.field];
      return { field: problem.field, message: label ? `${label}: ${say(problem)}` : say(problem) };
    }),
    of: (name) => {
      const problem = problems.find(({ field }) => field === name);
      return problem && say(problem);
    },
  };
}

/** One wrong field that the page finds itself, before a verb is asked. */
export const errorAt = (field: string, message: string): FormErrors => ({
  status: 422,
  summary: [{ field, message }],
  of: (name) => (name === field ? message : undefined),
});

/** Runs a verb and gives its refusal back as a value; anything else goes on as an error. */
export async function refusalOf<T>(verb: () => Promise<T>): Promise<{ done: T } | { refusal: Refusal }> {
  try {
    return { done: await verb() };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    throw error;
  }
}
