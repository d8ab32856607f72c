import { quantityField } from '../../../domain/orders/index.ts';
import { cleanText } from '../../../platform/input.ts';
import { type FormFields, fieldValue, singleValues } from '../../../web/index.ts';
import { type OrderState, ownSlot } from '../order-state.ts';
import { readQuantities } from '../quantities-form.ts';

const FIELDS = ['version', 'slot', 'addressId', 'reference', 'costCentreId', 'driverHint'] as const;
const QUANTITY = quantityField('');

/** The form as it is first shown: with everything as the order has it. */
export function presentFields(state: OrderState, version: number): FormFields {
  const pairs: [string, string][] = [
    ['version', String(version)],
    ['slot', ownSlot(state)],
    ['addressId', String(state.addressId ?? '')],
    ['reference', state.reference],
    ['costCentreId', String(state.costCentreId ?? '')],
    ['driverHint', state.driverHint],
    ...state.lines.map((line): [string, string] => [quantityField(line.productCode), String(line.quantity)]),
  ];
  return new Map(pairs.map(([name, value]) => [name, [value]]));
}

/** The same answers for another version of the order. */
export const forVersion = (fields: FormFields, version: number): FormFields =>
  new Map([...fields, ['version', [String(version)]]]);

/**
 * The answers as pairs to be carried to another step, as they will be stored. Empty ones are answers, too: a
 * reference can be taken away.
 */
export function carriedChange(fields: FormFields): [string, string][] {
  const names = [...fields.keys()].filter(
    (name) => FIELDS.some((field) => field === name) || name.startsWith(QUANTITY),
  );
  return names.map((name) => [name, cleanText(fieldValue(fields, name))]);
}

/** What the form says, for the schema. Refuses with `invalid` for quantities that are no whole numbers. */
export function changeInput(fields: FormFields): Record<string, unknown> {
  const hasBasket = [...fields.keys()].some((name) => name.startsWith(QUANTITY));
  return {
    ...singleValues(fields),
    key: fieldValue(fields, '_key'),
    quantities: hasBasket ? readQuantities(fields) : undefined,
  };
}
