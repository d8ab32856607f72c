import { z } from 'zod';
import { requiredText, text, wallTime, wholeNumber } from '../../platform/input.ts';
import { Booking, Submission } from '../orders/index.ts';

const { slot, costCentreId, reference } = Booking.shape;

/** An empty field of a form is one that was not filled in. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** A tick of a form, or a boolean of JSON. */
const tick = z.union([z.boolean(), z.string()]).transform((value) => value === true || value === 'on');

/** One of the firm's addresses, or one that is typed in; which fields then have to be there is for the verb to say. */
export const Place = z.object({
  addressId: costCentreId,
  recipient: text(100).default(''),
  street: text(100).default(''),
  postcode: text(10).default(''),
  city: text(60).default(''),
  contactName: text(100).default(''),
  contactPhone: text(40).default(''),
  hint: text(200).default(''),
});
export type Place = z.output<typeof Place>;

export const TIMINGS = ['now', 'hour', 'half-hour'] as const;
export type Timing = (typeof TIMINGS)[number];
export const PROOFS = ['signature', 'name', 'photo', 'none'] as const;
export type Proof = (typeof PROOFS)[number];

/** More stops are a round and no ride. */
export const MOST_STOPS = 5;
export const MOST_WAIT_MINUTES = 120;
const MOST_KG = 10_000;
const MOST_CM = 2000;

const cm = wholeNumber(1, MOST_CM);

/** What is to be carried from where to where, when and how. */
export const RideWish = z.object({
  from: Place,
  stops: z.array(Place).max(MOST_STOPS).default([]),
  to: Place,
  content: requiredText(200),
  kg: wholeNumber(1, MOST_KG),
  length: cm,
  width: cm,
  height: cm,
  vehicle: optional(z.string().max(40)),
  when: z.enum(TIMINGS),
  slot: optional(slot),
  direct: tick.default(false),
  waitMinutes: z.preprocess(
    (value) => (value === '' || value === undefined ? 0 : value),
    wholeNumber(0, MOST_WAIT_MINUTES),
  ),
  proof: z.enum(PROOFS).default('name'),
  costCentreId,
  reference,
});
export type RideWish = z.output<typeof RideWish>;

export const BookRide = RideWish.extend(Submission.shape);

/** A change is the whole wish, filled in for the version that it names. */
export const ChangeRide = RideWish.extend({ version: wholeNumber(1, 1_000_000), ...Submission.shape });

/** `fee` in net cents is what the page said that cancelling costs; another one by now is refused. */
export const CancelRide = z.object({ fee: wholeNumber(0, 10_000_000) });

const name = requiredText(100);
/** `version` of the order that the clerk saw; without it whichever there is. */
export const AssignCourier = z.object({ rider: name, version: optional(wholeNumber(1, 1_000_000)) });
/** `time` is on the day of the ride; without it, it happens now. */
export const CourierPickedUp = z.object({ time: optional(wallTime) });
export const CourierDelivered = CourierPickedUp.extend({ receivedBy: name });
/** The step that is taken back, as the clerk saw it. */
export const TakeBackStep = z.object({ step: z.enum(['assigned', 'picked-up', 'delivered']) });
