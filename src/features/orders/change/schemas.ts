import { z } from 'zod';
import { text, wholeNumber } from '../../../platform/input.ts';
import { Booking, Quantities, Submission } from '../schemas.ts';

const { slot, addressId } = Booking.shape;

/** Empty in a form and `null` in JSON mean: for no cost centre. */
const costCentreId = z.preprocess((value) => (value === '' ? null : value), addressId.nullable().optional());

/**
 * What is to be different about an order; what is absent stays as it is. `version` is the one that the answers
 * were given for. Quantities are the whole basket: a product that is not named is not wanted any more.
 */
export const ChangeAnswers = z.object({
  version: wholeNumber(1, 1_000_000),
  slot: slot.optional(),
  addressId: addressId.optional(),
  costCentreId,
  reference: text(60).optional(),
  driverHint: text(500).optional(),
  quantities: Quantities.optional(),
});
export type ChangeAnswers = z.output<typeof ChangeAnswers>;

/** A change that is sent: its answers and the key of its form. */
export const ChangeOrder = ChangeAnswers.extend(Submission.shape);
