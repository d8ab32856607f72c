import { type FieldProblem, refuse } from '../../domain/refusal.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type Address, type AddressUse, addressAndCostCentre, type CostCentre } from './queries.ts';

/**
 * The address and the cost centre that a booking names. Refuses with `invalid` when one is not the firm's, does
 * not serve the use, or is closed: the same words as for one that never existed.
 */
export async function findBookingDetails(
  tx: Transaction,
  booking: { readonly addressId: number; readonly costCentreId?: number | undefined },
  use: AddressUse,
): Promise<{ address: Address; costCentre: CostCentre | undefined }> {
  const { address, costCentre } = await addressAndCostCentre(tx, booking, use);
  const problems: FieldProblem[] = [];
  if (!address) problems.push({ field: 'addressId', problem: 'unknown' });
  if (booking.costCentreId && !costCentre) problems.push({ field: 'costCentreId', problem: 'unknown' });
  if (!address || problems.length > 0) refuse({ code: 'invalid', fields: problems });
  return { address, costCentre };
}
