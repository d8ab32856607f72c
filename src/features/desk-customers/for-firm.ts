import { parseCustomerNumber } from '../../domain/customer-number.ts';
import { refuse } from '../../domain/refusal.ts';
import { type Ctx, type CustomerCtx, deskTransaction, requireStaff } from '../../platform/context.ts';
import { customerByNumber } from '../registration/index.ts';

/**
 * The context in which a clerk works for the firm behind a number, with everything that row security allows for it.
 *
 * Refuses with `not-found` for anybody but staff and for a number that is none, `staff-role-required` without care.
 */
export async function forFirm(ctx: Ctx, number: string): Promise<CustomerCtx> {
  requireStaff(ctx, 'care');
  const parsed = parseCustomerNumber(number);
  const customer = parsed && (await deskTransaction(ctx, (tx) => customerByNumber(tx, parsed)));
  return { ...ctx, customer: customer || refuse({ code: 'not-found' }) };
}
