import { refuse } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type Catalogue, type Product, readCatalogue } from '../catalogue/index.ts';
import { type Booking, type Quote, quoteOrders } from '../orders/index.ts';

/** The one-off pickup (Sonderabholung). */
export const PICKUP_SERVICE = 'PICKUP_EXTRA';

/** What booking a pickup now would mean. Refuses as {@link quoteOrders} does. */
export async function quotePickup(tx: Transaction, ctx: CustomerCtx, booking: Booking): Promise<Quote> {
  const catalogue = await readCatalogue(tx, { ...ctx, serviceCodes: [PICKUP_SERVICE] });
  const lines = [{ product: pickupProduct(catalogue) ?? refuse({ code: 'slot-not-offered' }), quantity: 1 }];
  return quoteOrders(tx, ctx, { catalogue, lines, booking, addressUse: 'pickup' });
}

/** What is charged for one pickup; undefined while the carrier offers none. */
export function pickupProduct(catalogue: Catalogue): Product | undefined {
  return [...catalogue.products.values()].find(({ serviceCode }) => serviceCode === PICKUP_SERVICE);
}
