import { CONTAINER_KINDS, gramsField, piecesField } from '../../domain/drop-offs/index.ts';
import { cleanText } from '../../platform/input.ts';
import { type FormFields, fieldValue } from '../../web/index.ts';
import { type OrderState, ownSlot } from '../orders/index.ts';
import { ITEMS_FIELD } from './announce.ts';
import { DROP_OFF_KINDS, type DropOffKind } from './kinds.ts';
import type { Announced } from './queries.ts';

const PIECES = /^items\.([A-Z0-9_]{1,40})\.pieces$/;
const SINGLE = ['site', 'slot', 'costCentreId', 'reference', 'note', 'isUniform'] as const;
export const containerField = (kind: (typeof CONTAINER_KINDS)[number]) => `containers.${kind}`;

/** Which of the two kinds a form is for; anything that is none is letters. */
export function kindOfForm(fields: FormFields): DropOffKind {
  const asked = fieldValue(fields, 'kind');
  return DROP_OFF_KINDS.find((kind) => kind === asked) ?? 'letters';
}

/** What the form says, for the schema: only products with pieces are announced. */
export function announcementInput(fields: FormFields): Record<string, unknown> {
  const items = [...fields.keys()].flatMap((name) => {
    const code = PIECES.exec(name)?.[1];
    const pieces = fieldValue(fields, name).trim();
    if (!code || pieces === '' || pieces === '0') return [];
    return [[code, { pieces, grams: fieldValue(fields, gramsField(code)) }] as const];
  });
  return {
    ...Object.fromEntries(SINGLE.map((name) => [name, fieldValue(fields, name)])),
    kind: fieldValue(fields, 'kind'),
    version: fieldValue(fields, 'version'),
    key: fieldValue(fields, '_key'),
    items: Object.fromEntries(items),
    containers: Object.fromEntries(
      CONTAINER_KINDS.map((kind) => [kind, fieldValue(fields, containerField(kind)).trim()]),
    ),
  };
}

/** The answers as pairs to be carried to another step, as they will be stored; empty ones stay behind. */
export function carried(fields: FormFields): [string, string][] {
  const known = (name: string) =>
    name === 'kind' ||
    name === 'version' ||
    SINGLE.some((single) => single === name) ||
    name.startsWith(`${ITEMS_FIELD}.`) ||
    name.startsWith('containers.');
  return [...fields.keys()]
    .filter(known)
    .map((name): [string, string] => [name, cleanText(fieldValue(fields, name))])
    .filter(([name, value]) => value !== '' && !(PIECES.test(name) && value === '0'));
}

/** The form of a change as it is first shown: with everything as the drop-off has it. */
export function presentFields(state: OrderState, announced: Announced, version: number): FormFields {
  const pairs: [string, string][] = [
    ['version', String(version)],
    ['site', announced.siteCode],
    ['slot', ownSlot(state)],
    ['reference', state.reference],
    ['costCentreId', String(state.costCentreId ?? '')],
    ['note', announced.note],
    // it was said when the drop-off was announced
    ['isUniform', 'on'],
    ...CONTAINER_KINDS.map((kind): [string, string] => [
      containerField(kind),
      String(announced.containers[kind] || ''),
    ]),
    ...announced.items.flatMap((item): [string, string][] => [
      [piecesField(item.productCode), String(item.pieces)],
      [gramsField(item.productCode), String(item.grams)],
    ]),
  ];
  return new Map(pairs.map(([name, value]) => [name, [value]]));
}
