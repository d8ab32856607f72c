import { refuse } from '../../domain/refusal.ts';
import { type Ctx, type CustomerCtx, deskTransaction, requireStaff } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { assignCourier, courierDelivered, courierPickedUp, takeBackRideStep } from '../couriers/index.ts';
import { customersOfOrders } from './queries.ts';
import { type DeskRideStep, TakeRideStep } from './schemas.ts';

const VERBS: Readonly<Record<DeskRideStep, typeof assignCourier>> = {
  assigned: assignCourier,
  'picked-up': courierPickedUp,
  delivered: courierDelivered,
};

/**
 * Takes the next step of a courier ride, for the firm whose ride it is; the firm reads it and gets a letter.
 * @param input `number`, `step`, and what its verb asks for: `rider`, `time`, `receivedBy`
 *
 * Refuses with `not-found` for customers and for what is no ride, `staff-role-required` without dispatch, `invalid`,
 * `not-yet-due`, and `stale` when the ride is not at the step before.
 */
export async function takeRideStep(ctx: Ctx, input: Readonly<Record<string, unknown>>): Promise<void> {
  requireStaff(ctx, 'dispatch');
  const { step, number } = parseInput(TakeRideStep, input);
  await VERBS[step](await forFirmOf(ctx, number), input);
}

/**
 * Takes the last step of a courier ride back, for the firm whose ride it is; the firm reads it and gets a letter.
 * @param input `number`, `step`: the one that the clerk saw
 *
 * Refuses with `not-found` for customers and for what is no ride, `staff-role-required` without dispatch, `invalid`,
 * `stale`, `step-impossible`, `order-invoiced`, and `undo-too-late` after the day on which it was written down.
 */
export async function undoRideStep(ctx: Ctx, input: Readonly<Record<string, unknown>>): Promise<void> {
  requireStaff(ctx, 'dispatch');
  const { number } = parseInput(TakeRideStep, input);
  await takeBackRideStep(await forFirmOf(ctx, number), input);
}

async function forFirmOf(ctx: Ctx, number: string): Promise<CustomerCtx> {
  const customers = await deskTransaction(ctx, (tx) => customersOfOrders(tx, [number]));
  return { ...ctx, customer: customers.get(number) ?? refuse({ code: 'not-found' }) };
}
