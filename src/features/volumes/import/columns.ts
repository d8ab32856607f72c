import { type TypedVolume, VOLUME_FIELDS, type VolumeField } from '../../../domain/volumes/index.ts';
import { cleanText } from '../../../platform/input.ts';
import { CELL_LENGTH } from '../schemas.ts';

/** How the columns are called, in small letters and without anything in brackets. */
const NAMES: Readonly<Record<VolumeField, readonly string[]>> = {
  customer: ['kundennummer', 'kunde', 'kunden-nr.', 'kundennr', 'kdnr', 'customer', 'customer number'],
  date: ['datum', 'tag', 'einlieferungsdatum', 'date', 'day'],
  product: ['produkt', 'sendungsart', 'product'],
  costCentre: ['kostenstelle', 'kst', 'cost centre', 'cost center'],
  pieces: ['stück', 'stueck', 'stückzahl', 'menge', 'anzahl', 'sendungen', 'pieces', 'quantity', 'count'],
  weight: ['gewicht', 'gewicht in g', 'gramm', 'weight', 'weight in g', 'grams'],
};

/** Where each field stands in a row; -1: nowhere. */
export interface Columns {
  readonly at: Readonly<Record<VolumeField, number>>;
  /** The first row names them and is no volume. */
  readonly hasHeader: boolean;
}

/** Finds the columns by the names in the first row; a table without names has them in the order of the form. */
export function findColumns(firstRow: readonly string[]): Columns {
  const header = firstRow.map((cell) =>
    cell
      .replace(/[([].*$/, '')
      .trim()
      .toLowerCase(),
  );
  const at = Object.fromEntries(
    VOLUME_FIELDS.map((field) => [field, header.findIndex((cell) => NAMES[field].includes(cell))]),
  ) as Record<VolumeField, number>;
  if (Object.values(at).some((index) => index >= 0)) return { at, hasHeader: true };
  return {
    at: Object.fromEntries(VOLUME_FIELDS.map((field, index) => [field, index])) as Record<
      VolumeField,
      number
    >,
    hasHeader: false,
  };
}

/** Whether every field has its column that cannot be left empty. */
export const isComplete = ({ at }: Columns) =>
  VOLUME_FIELDS.every((field) => at[field] >= 0 || field === 'costCentre' || field === 'weight');

/** The volume of a row, as it stands there. */
export function cellsOf(row: readonly string[], { at }: Columns): TypedVolume {
  return Object.fromEntries(
    VOLUME_FIELDS.map((field) => [field, cleanText(row[at[field]] ?? '').slice(0, CELL_LENGTH)]),
  ) as unknown as TypedVolume;
}
