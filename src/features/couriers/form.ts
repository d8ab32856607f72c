import { cleanText } from '../../platform/input.ts';
import { type FormFields, fieldValue } from '../../web/index.ts';
import { MOST_STOPS, TIMINGS, type Timing } from './schemas.ts';

const PLACE_FIELDS = [
  'addressId',
  'recipient',
  'street',
  'postcode',
  'city',
  'contactName',
  'contactPhone',
  'hint',
] as const;
const SINGLE = [
  'content',
  'kg',
  'length',
  'width',
  'height',
  'vehicle',
  'when',
  'slot',
  'direct',
  'waitMinutes',
  'proof',
  'costCentreId',
  'reference',
] as const;

/** How many stops the form shows. The buttons that add and remove one send `setStops`, which goes first. */
export function stopCount(fields: FormFields): number {
  const asked = Number(fieldValue(fields, 'setStops') || fieldValue(fields, 'stopCount'));
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 0), MOST_STOPS) : 0;
}

/** The places of the form by the names of their fields, from the pickup to the delivery. */
export const placePaths = (fields: FormFields): readonly string[] => [
  'from',
  ...Array.from({ length: stopCount(fields) }, (_, at) => `stops.${at}`),
  'to',
];

/** When the courier shall come; at once unless something else was chosen. */
export function timingOf(fields: FormFields): Timing {
  const asked = fieldValue(fields, 'when');
  return TIMINGS.find((timing) => timing === asked) ?? 'now';
}

/** What the form says, for the schema. */
export function rideInput(fields: FormFields): Record<string, unknown> {
  const placeAt = (path: string) =>
    Object.fromEntries(PLACE_FIELDS.map((field) => [field, fieldValue(fields, `${path}.${field}`)]));
  const stops = placePaths(fields).slice(1, -1);
  return {
    ...Object.fromEntries(SINGLE.map((name) => [name, fieldValue(fields, name)])),
    proof: fieldValue(fields, 'proof') || undefined,
    from: placeAt('from'),
    stops: stops.map(placeAt),
    to: placeAt('to'),
    version: fieldValue(fields, 'version'),
    key: fieldValue(fields, '_key'),
  };
}

/** The answers as pairs to be carried to another step, as they will be stored; empty ones stay behind. */
export function carried(fields: FormFields): [string, string][] {
  const names = [
    ...SINGLE,
    ...placePaths(fields).flatMap((path) => PLACE_FIELDS.map((field) => `${path}.${field}`)),
  ];
  const answers = names.map((name): [string, string] => [name, cleanText(fieldValue(fields, name))]);
  return [...answers, ['stopCount', String(stopCount(fields) || '')] as [string, string]].filter(
    ([, value]) => value !== '',
  );
}
