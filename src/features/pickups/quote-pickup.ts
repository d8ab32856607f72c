import { refuse } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type Catalogue, type Product, readCatalogue } from '../catalogue/index.ts';
import { type Booking, type Quote, quoteOrders } from '../orders/index.ts';
import type { PickupKind } from './kinds.ts';

/** What booking a pickup of this kind now would mean. Refuses as {@link quoteOrders} does. */
export async function quotePickup(
  tx: Transaction,
  ctx: CustomerCtx,
  kind: PickupKind,
  booking: Booking,
): Promise<Quote> {
  const catalogue = await readCatalogue(tx, {
    ...ctx,
    serviceCodes: [kind.service],
    addressId: booking.addressId,
  });
  const lines = [
    { product: pickupProduct(catalogue, kind.service) ?? refuse({ code: 'slot-not-offered' }), quantity: 1 },
  ];
  return quoteOrders(tx, ctx, { catalogue, lines, booking, addressUse: 'pickup' });
}

/** What is charged for one pickup of the service; undefined while the carrier offers none. */
export function pickupProduct(catalogue: Catalogue, service: string): Product | undefined {
  return [...catalogue.products.values()].find(({ serviceCode }) => serviceCode === service);
}
