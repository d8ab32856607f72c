import { quantityField } from '../../domain/orders/index.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { BASKET_FIELD } from './basket.ts';

const FORM_PREFIX = quantityField('');

/** The form has one field per product, the JSON an object of them: a refusal names the place in what was sent. */
export function inJsonTerms(refusal: Refusal): Refusal {
  if (refusal.code !== 'invalid') return refusal;
  const fields = refusal.fields.map((problem) => ({
    ...problem,
    field: problem.field.startsWith(FORM_PREFIX)
      ? `${BASKET_FIELD}.${problem.field.slice(FORM_PREFIX.length)}`
      : problem.field,
  }));
  return { ...refusal, fields };
}
