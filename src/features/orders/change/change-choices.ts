import type { Transaction } from '../../../platform/db/database.ts';
import type { Catalogue, Product } from '../../catalogue/index.ts';
import {
  type Address,
  type AddressUse,
  addressesFor,
  type CostCentre,
  openCostCentres,
} from '../../customers/index.ts';
import type { OrderState } from '../order-state.ts';

/** What of the firm's own an order can be changed to. */
export interface ChangeChoices {
  readonly addresses: readonly Address[];
  readonly costCentres: readonly CostCentre[];
}

/**
 * The firm's addresses and cost centres, and those that the order has now, also when they have been given up
 * since: whoever only corrects the reference need not choose another address.
 */
export async function changeChoices(
  tx: Transaction,
  state: OrderState,
  use: AddressUse,
): Promise<ChangeChoices> {
  const addresses = await addressesFor(tx, use);
  const costCentres = await openCostCentres(tx);
  return {
    addresses:
      state.addressId === undefined || addresses.some(({ id }) => id === state.addressId)
        ? addresses
        : [...addresses, presentAddress(state.addressId, state)],
    costCentres:
      state.costCentreId === undefined || costCentres.some(({ id }) => id === state.costCentreId)
        ? costCentres
        : [...costCentres, { id: state.costCentreId, code: state.costCentreLabel, name: '' }],
  };
}

const presentAddress = (id: number, { address }: OrderState): Address => ({
  ...address,
  id,
  label: address.recipient,
  driverHint: '',
});

/** A product as it can be ordered in a change. */
export interface ChangeProduct extends Product {
  /** No longer sold: the pieces that were promised can stay, at the promised price, or become fewer. */
  readonly isKept: boolean;
}

/**
 * What can be in the basket of a change, by code: what is sold today, at today's price, and what the order holds
 * besides. Nobody has to give pieces back because a limit was lowered since.
 */
export function changeProducts(
  catalogue: Catalogue,
  serviceCode: string,
  { lines }: OrderState,
): ReadonlyMap<string, ChangeProduct> {
  const products = new Map<string, ChangeProduct>();
  for (const product of catalogue.products.values())
    products.set(product.code, { ...product, isKept: false });
  for (const { productCode: code, quantity, ...line } of lines) {
    const sold = products.get(code);
    products.set(code, {
      ...(sold ?? { code, serviceCode, ...line, hint: null, isKept: true }),
      maxPerOrder: Math.max(quantity, sold?.maxPerOrder ?? 0),
    });
  }
  return products;
}
