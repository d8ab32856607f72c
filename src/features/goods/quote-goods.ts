import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { readCatalogue } from '../catalogue/index.ts';
import { type Booking, basketOf, type Quote, quoteOrders } from '../orders/index.ts';
import { GOODS_SERVICES } from './basket.ts';

/** What ordering these goods now would mean. Refuses as {@link basketOf} and {@link quoteOrders} do. */
export async function quoteGoods(
  tx: Transaction,
  ctx: CustomerCtx,
  order: { readonly quantities: Readonly<Record<string, number>>; readonly booking: Booking },
): Promise<Quote> {
  const catalogue = await readCatalogue(tx, {
    ...ctx,
    serviceCodes: GOODS_SERVICES,
    addressId: order.booking.addressId,
  });
  const lines = basketOf(catalogue, order.quantities);
  return quoteOrders(tx, ctx, { catalogue, lines, booking: order.booking, addressUse: 'delivery' });
}
