import { CODE_LENGTH, NAME_LENGTH, oneLine } from '../schemas.ts';
import type { ImportRow } from './read-table.ts';

/** What is wrong with one field of a row. */
export interface RowProblem {
  readonly field: 'code' | 'name';
  readonly problem:
    | { readonly kind: 'required' }
    | { readonly kind: 'too-long'; readonly limit: number }
    /** The same code stands further up already. */
    | { readonly kind: 'repeated'; readonly line: number };
}

/** What importing a row will do. */
export type Outcome =
  | { readonly kind: 'add' }
  | { readonly kind: 'rename'; readonly id: number; readonly from: string }
  | { readonly kind: 'same' }
  /** Left empty: how somebody drops a row from the form. */
  | { readonly kind: 'skip' }
  | { readonly kind: 'wrong'; readonly problems: readonly RowProblem[] };

export type CheckedRow = ImportRow & { readonly outcome: Outcome };

/**
 * Says for every row what importing it will do, or what has to be mended first.
 * @param known the firm's cost centres by code
 */
export function checkRows(
  rows: readonly ImportRow[],
  known: ReadonlyMap<string, { readonly id: number; readonly name: string }>,
): CheckedRow[] {
  const lineOf = new Map<string, number>();
  return rows.map((row) => {
    const cleaned = { line: row.line, code: oneLine(row.code), name: oneLine(row.name) };
    const outcome = outcomeOf(cleaned, known, lineOf.get(cleaned.code));
    if (cleaned.code && !lineOf.has(cleaned.code)) lineOf.set(cleaned.code, row.line);
    return { ...cleaned, outcome };
  });
}

function outcomeOf(
  { code, name }: ImportRow,
  known: ReadonlyMap<string, { readonly id: number; readonly name: string }>,
  firstLine: number | undefined,
): Outcome {
  if (!code && !name) return { kind: 'skip' };
  const problems = [
    lengthProblem('code', code, CODE_LENGTH),
    lengthProblem('name', name, NAME_LENGTH),
    firstLine !== undefined &&
      code && { field: 'code' as const, problem: { kind: 'repeated' as const, line: firstLine } },
  ].filter((problem): problem is RowProblem => Boolean(problem));
  if (problems.length > 0) return { kind: 'wrong', problems };
  const stored = known.get(code);
  if (!stored) return { kind: 'add' };
  return stored.name === name ? { kind: 'same' } : { kind: 'rename', id: stored.id, from: stored.name };
}

function lengthProblem(field: RowProblem['field'], value: string, limit: number): RowProblem | undefined {
  if (value === '') return { field, problem: { kind: 'required' } };
  return value.length > limit ? { field, problem: { kind: 'too-long', limit } } : undefined;
}
