import { z } from 'zod';
import { calendarDate, requiredText, submissionKey, text, wholeNumber } from '../../platform/input.ts';

/** Longer cells hold something else than what belongs there; they are cut when they are shown again. */
export const CELL_LENGTH = 100;

const cell = text(CELL_LENGTH).default('');

/** A volume as typed; what is right in it is for the rule to say. */
export const TypedVolume = z.object({
  customer: cell,
  date: cell,
  product: cell,
  costCentre: cell,
  pieces: cell,
  weight: cell,
});

export const RecordVolume = TypedVolume.extend({ key: submissionKey });

const rowId = wholeNumber(1, Number.MAX_SAFE_INTEGER);

/** A correction names the version that the clerk saw, and why. The firm stays: for another one it is typed anew. */
export const CorrectVolume = TypedVolume.omit({ customer: true }).extend({
  id: rowId,
  version: rowId,
  reason: requiredText(200),
});

export const RemoveVolume = z.object({ id: rowId, version: rowId, reason: requiredText(200) });

export const VolumeId = z.object({ id: rowId });

/** So many lines stand on one page to be mended. */
export const LINES_PER_PAGE = 100;

/** Lines of a file as they are typed anew. */
export const MendLines = z.object({
  fileId: rowId,
  lines: z.array(TypedVolume.extend({ line: z.int().min(1).max(2_147_483_647) })).max(LINES_PER_PAGE),
});

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** The filter over the list, as the address carries it. What cannot be read is left out, it hides nothing. */
export const VolumeQuery = z.object({
  customer: optional(text(40)).catch(undefined),
  product: optional(text(40)).catch(undefined),
  from: optional(calendarDate).catch(undefined),
  to: optional(calendarDate).catch(undefined),
  older: optional(z.string().max(60)).catch(undefined),
  newer: optional(z.string().max(60)).catch(undefined),
});
export type VolumeQuery = z.output<typeof VolumeQuery>;
