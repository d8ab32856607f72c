import type { Ctx } from '../../platform/context.ts';
import { query, type Transaction } from '../../platform/db/database.ts';

/** What an address may be used for. */
export type AddressUse = 'delivery' | 'pickup';

export interface Address {
  readonly id: number;
  readonly label: string;
  readonly recipient: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly driverHint: string;
}

export interface CostCentre {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** The addresses of the customer that serve this use, in the order in which they were entered. */
export async function addressesFor(tx: Transaction, use: AddressUse): Promise<Address[]> {
  const rows = await tx.all(
    query
      .selectFrom('address')
      .select([
        'id',
        'label',
        'recipient',
        'street',
        'postcode',
        'city',
        'contact_name as contactName',
        'contact_phone as contactPhone',
        'driver_hint as driverHint',
      ])
      .where(use === 'delivery' ? 'is_delivery' : 'is_pickup', '=', true)
      .orderBy('id'),
  );
  return rows;
}

/** The cost centres that may be charged. */
export async function openCostCentres(tx: Transaction): Promise<CostCentre[]> {
  return tx.all(
    query.selectFrom('cost_centre').select(['id', 'code', 'name']).where('closed_at', 'is', null).orderBy('code'),
  );
}

export async function setPersonLanguage(tx: Transaction, personId: number, language: Ctx['language']): Promise<void> {
  await tx.all(query.updateTable('person').set({ language }).where('id', '=', personId));
}
