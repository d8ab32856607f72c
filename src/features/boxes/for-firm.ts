import { parseCustomerNumber } from '../../domain/customer-number.ts';
import { type Ctx, type CustomerCtx, deskTransaction, requireStaff } from '../../platform/context.ts';
import { customerByNumber } from '../registration/index.ts';

/**
 * The context in which dispatch counts the boxes of the firm behind what was typed; undefined when there is no such firm.
 * Refuses with `not-found` for anybody but staff, `staff-role-required` without dispatch.
 */
export async function boxesOfFirm(ctx: Ctx, typed: string): Promise<CustomerCtx | undefined> {
  requireStaff(ctx, 'dispatch');
  const number = parseCustomerNumber(typed);
  const customer = number && (await deskTransaction(ctx, (tx) => customerByNumber(tx, number)));
  return customer ? { ...ctx, customer } : undefined;
}
