import type { Particular } from '../../platform/db/json.ts';
import type { StoredPlan, StoredVersion } from './plan.ts';

/** What an order says because it comes of a plan: which one, and what the tour has to reckon with. */
export function particularsOf(
  plan: Pick<StoredPlan, 'number'>,
  { expectedLetters, expectedBoxes }: Pick<StoredVersion, 'expectedLetters' | 'expectedBoxes'>,
): readonly Particular[] {
  return [
    same('Regelabholung', 'Standing pickup', plan.number),
    ...(expectedLetters === undefined
      ? []
      : [same('Erwartete Sendungen', 'Expected letters', String(expectedLetters))]),
    ...(expectedBoxes === undefined
      ? []
      : [same('Erwartete Kisten', 'Expected boxes', String(expectedBoxes))]),
  ];
}

const same = (de: string, en: string, value: string): Particular => ({
  term: { de, en },
  value: { de: value, en: value },
});
