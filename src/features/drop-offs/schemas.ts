import { z } from 'zod';
import { type CONTAINER_KINDS, MOST_CONTAINERS } from '../../domain/drop-offs/index.ts';
import { text, wholeNumber } from '../../platform/input.ts';
import { Booking, Submission } from '../orders/index.ts';
import { DROP_OFF_KINDS } from './kinds.ts';

const { slot, costCentreId, reference } = Booking.shape;

/** More products than a drop-off will ever have. */
const MOST_ITEMS = 50;
/** Bounds that people can mean something by are for the rule to say; here only what a column can hold. */
const count = wholeNumber(0, 999_999_999);

/** Pieces and grams per piece by product. Whether the carrier takes them is for the rule to say. */
export const Items = z
  .record(z.string().regex(/^[A-Z0-9_]{1,40}$/), z.object({ pieces: count, grams: count }))
  .refine((items) => Object.keys(items).length <= MOST_ITEMS, { params: { problem: 'too-large' } });

const containers = wholeNumber(0, MOST_CONTAINERS);
const some = z.preprocess((value) => (value === '' || value === undefined ? 0 : value), containers);

export const ContainersSchema = z.object({ box: some, trolley: some, pallet: some } satisfies Record<
  (typeof CONTAINER_KINDS)[number],
  typeof some
>);

/** A tick of a form, or a boolean of JSON. */
const tick = z.union([z.boolean(), z.string()]).transform((value) => value === true || value === 'on');

/** What somebody announces to bring: where, when, what. */
export const Announcement = z.object({
  site: z.string().min(1).max(40),
  slot,
  items: Items,
  containers: ContainersSchema.default({ box: 0, trolley: 0, pallet: 0 }),
  costCentreId,
  reference,
  note: text(500).default(''),
  /** Of advertising mail: sealed, and the same in format, weight and content. */
  isUniform: tick.default(false),
});
export type Announcement = z.output<typeof Announcement>;

export const BookDropOff = Announcement.extend({ kind: z.enum(DROP_OFF_KINDS), ...Submission.shape });

/** A change is the whole announcement, filled in for the version that it names. */
export const ChangeDropOff = Announcement.extend({ version: wholeNumber(1, 1_000_000), ...Submission.shape });
