import type { FieldProblem } from '../refusal.ts';

/** A kind of mail as it was announced and as it was counted: pieces, and the weight of all of them in grams. */
export interface CountedItem {
  readonly productCode: string;
  /** 0: nobody had announced it. */
  readonly announced: number;
  /** 0: none of it came. */
  readonly counted: number;
  readonly grams: number;
}

/** The kinds of which more or less came than was announced. */
export const differing = <Item extends CountedItem>(items: readonly Item[]): readonly Item[] =>
  items.filter(({ announced, counted }) => announced !== counted);

/**
 * Whether a count can become a receipt: something came, each kind is counted once, and where counted and announced
 * differ somebody says why.
 */
export function countProblems(items: readonly CountedItem[], reason: string): readonly FieldProblem[] {
  const codes = items.map(({ productCode }) => productCode);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice !== undefined) return [{ field: 'extraProduct', problem: 'taken' }];
  if (items.every(({ counted }) => counted === 0)) return [{ field: 'items', problem: 'nothing-counted' }];
  if (differing(items).length > 0 && reason === '') return [{ field: 'reason', problem: 'required' }];
  return [];
}
