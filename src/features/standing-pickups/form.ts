import { cleanText } from '../../platform/input.ts';
import { type FormFields, fieldValue, singleValues } from '../../web/index.ts';
import type { StoredVersion } from './plan.ts';

/** Fields of the form of a plan, besides its weekdays. */
export const PLAN_FIELDS = [
  'window',
  'addressId',
  'validFrom',
  'validUntil',
  'from',
  'onHoliday',
  'expectedLetters',
  'expectedBoxes',
  'reference',
  'costCentreId',
  'driverHint',
  'revision',
] as const;

/** What the form of a plan says, for the schema. */
export function planFields(fields: FormFields): Record<string, unknown> {
  return { ...singleValues(fields), weekdays: weekdaysOf(fields) };
}

/** Ticked on the form as several fields, carried between its steps as one: `1,3`. */
export function weekdaysOf(fields: FormFields): string[] {
  return (fields.get('weekdays') ?? []).flatMap((value) => value.split(',')).filter(Boolean);
}

/** The answers as pairs to be carried to another step, as they will be stored. */
export function carriedPlan(fields: FormFields): [string, string][] {
  const days: [string, string] = ['weekdays', weekdaysOf(fields).join(',')];
  const others = PLAN_FIELDS.map((name): [string, string] => [name, cleanText(fieldValue(fields, name))]);
  return [days, ...others].filter(([, value]) => value !== '');
}

/** The form of a change as it is first shown: with everything as the plan has it. */
export function presentPlan(version: StoredVersion, from: string, revision: number): FormFields {
  const pairs: [string, string[]][] = [
    ['weekdays', version.weekdays.map(String)],
    ['window', [version.window.starts.toString({ smallestUnit: 'minute' })]],
    ['addressId', [version.isAddressGone ? '' : String(version.addressId)]],
    ['from', [from]],
    ['onHoliday', [version.onHoliday]],
    ['expectedLetters', [String(version.expectedLetters ?? '')]],
    ['expectedBoxes', [String(version.expectedBoxes ?? '')]],
    ['reference', [version.reference]],
    ['costCentreId', [String(version.costCentreId ?? '')]],
    ['driverHint', [version.driverHint]],
    ['revision', [String(revision)]],
  ];
  return new Map(pairs);
}
