import { quantityField } from '../../domain/orders/index.ts';
import { type FieldProblem, refuse } from '../../domain/refusal.ts';
import { type FormFields, fieldValue } from '../../web/index.ts';
import type { Catalogue } from '../catalogue/index.ts';

const PREFIX = quantityField('');

/** The quantities as they were typed, by product code; empty fields and zeros are left out. */
export function typedQuantities(fields: FormFields): ReadonlyMap<string, string> {
  const typed = [...fields.keys()]
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => [name.slice(PREFIX.length), fieldValue(fields, name).trim()] as const);
  return new Map(typed.filter(([, value]) => value !== '' && value !== '0'));
}

/** Reads the quantities of a form. Refuses with `invalid` for each that is no whole number. */
export function readQuantities(fields: FormFields): Record<string, number> {
  const typed = [...typedQuantities(fields)];
  const problems = typed
    .filter(([, value]) => !/^\d{1,6}$/.test(value))
    .map(([code]): FieldProblem => ({ field: quantityField(code), problem: 'not-a-number' }));
  if (problems.length > 0) refuse({ code: 'invalid', fields: problems });
  return Object.fromEntries(typed.map(([code, value]) => [code, Number(value)]));
}

/** The quantities as pairs of name and value, to be carried to another step. */
export function carriedQuantities(fields: FormFields): [string, string][] {
  return [...typedQuantities(fields)].map(([code, value]) => [quantityField(code), value]);
}

/** The labels of the quantity fields, for the error summary. */
export function quantityLabels(
  catalogue: Pick<Catalogue, 'products'>,
  language: 'de' | 'en',
): Record<string, string> {
  return Object.fromEntries(
    [...catalogue.products.values()].map((product) => [quantityField(product.code), product.name[language]]),
  );
}
