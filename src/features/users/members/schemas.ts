import { z } from 'zod';
import { RIGHTS } from '../../../domain/rights.ts';
import { wholeNumber } from '../../../platform/input.ts';

/** The id of a row, as an address or a form names it. */
export const rowId = wholeNumber(1, 999_999_999);

/** A list of rights, each once. */
export const rightList = z
  .array(z.enum(RIGHTS))
  .max(50)
  .transform((rights) => RIGHTS.filter((right) => rights.includes(right)));

export const MemberId = z.object({ personId: rowId });
export type MemberId = z.input<typeof MemberId>;

export const ChangeRights = z.object({
  personId: rowId,
  isAdmin: z.boolean(),
  rights: rightList,
  /** What the form showed before (see `rightsKey`); absent: whatever was there is replaced. */
  seen: z.string().max(1000).optional(),
});
export type ChangeRights = z.input<typeof ChangeRights>;
