import type { Frame } from '../../../../ui/index.ts';
import { words } from '../words.ts';
import type { CheckedRow, RowProblem } from './check-rows.ts';

/** A row of the table with what will happen to it, worded. */
export interface PreviewRow {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  /** "neu", "unverändert", … */
  readonly outcome: string;
  readonly codeError: string | undefined;
  readonly nameError: string | undefined;
}

export interface PreviewView {
  readonly rows: readonly PreviewRow[];
  readonly lead: string;
  readonly apply: string;
  /** For the summary on top, with the field to go to. */
  readonly errors: readonly { readonly field?: string; readonly message: string }[];
}

/** So many errors are named one by one on top of the page; all stand beside their rows. */
const NAMED_ERRORS = 20;

export function previewView(checked: readonly CheckedRow[], { language, formats }: Frame): PreviewView {
  const t = words[language].preview;
  const number = formats.number;
  const rows = checked.map(({ line, code, name, outcome }): PreviewRow => {
    const problems = outcome.kind === 'wrong' ? outcome.problems : [];
    const errorOf = (field: RowProblem['field']) => {
      const found = problems.find((one) => one.field === field);
      return found && sayProblem(found, language, number);
    };
    return {
      line,
      code,
      name,
      outcome: outcome.kind === 'rename' ? t.rename(outcome) : t[outcome.kind],
      codeError: errorOf('code'),
      nameError: errorOf('name'),
    };
  });
  const wrong = checked.filter(({ outcome }) => outcome.kind === 'wrong').length;
  const good = number(checked.length - wrong);
  const errors = rows.flatMap(({ line, codeError, nameError }) =>
    [
      { field: `code-${line}`, problem: codeError },
      { field: `name-${line}`, problem: nameError },
    ].flatMap(({ field, problem }) =>
      problem ? [{ field, message: t.summaryLine({ line: number(line), problem }) }] : [],
    ),
  );
  const rest = errors.length - NAMED_ERRORS;
  return {
    rows,
    lead: wrong > 0 ? t.lead({ good, wrong: number(wrong) }) : t.leadGood({ good }),
    apply: wrong > 0 ? t.applyGood({ good }) : t.apply,
    errors:
      rest > 0 ? [...errors.slice(0, NAMED_ERRORS), { message: t.more({ count: number(rest) }) }] : errors,
  };
}

function sayProblem(
  { field, problem }: RowProblem,
  language: Frame['language'],
  number: (n: number) => string,
): string {
  const t = words[language].preview;
  switch (problem.kind) {
    case 'required':
      return t.required[field];
    case 'too-long':
      return t.tooLong[field]({ limit: number(problem.limit) });
    case 'repeated':
      return t.repeated({ line: number(problem.line) });
  }
}
