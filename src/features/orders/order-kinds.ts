import type { AddressUse } from '../customers/index.ts';

/** How orders of a service are filled in: what changing one, or ordering the same again, has to know. */
export interface OrderKind {
  readonly addressUse: AddressUse;
  /** The firm says how many of what; otherwise the service itself is the one line. */
  readonly hasQuantities: boolean;
  /** The form on which such an order begins. */
  readonly formPath: string;
}

const GOODS: OrderKind = { addressUse: 'delivery', hasQuantities: true, formPath: '/bestellen' };

const KINDS: ReadonlyMap<string, OrderKind> = new Map([
  ['GOODS_FINAL', GOODS],
  ['GOODS_BOXES', GOODS],
  ['PICKUP_EXTRA', { addressUse: 'pickup', hasQuantities: false, formPath: '/abholungen/neu' }],
]);

/** The kind of a service by its code; undefined where nobody has said how its orders are filled in. */
export const kindOf = (serviceCode: string): OrderKind | undefined => KINDS.get(serviceCode);
