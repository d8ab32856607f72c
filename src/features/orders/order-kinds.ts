import type { AddressUse } from '../customers/index.ts';

/** How orders of a service are filled in: what changing one, or ordering the same again, has to know. */
export interface OrderKind {
  readonly addressUse: AddressUse;
  /** The firm says how many of what; otherwise the service itself is the one line. */
  readonly hasQuantities: boolean;
  /** The form on which such an order begins. */
  readonly formPath: string;
  /**
   * Where such orders have a page of their own, by their number below this address: there they are changed, and
   * begun again, because they say more than the fields that every order has.
   */
  readonly ownPath?: string;
  /** Where the API has such orders, by their number below this address; left out: among all others. */
  readonly apiPath?: string;
  /** Where the plans are whose dates such orders are, by their number below this address. */
  readonly planPath?: string;
  /** They are cancelled on that page, by a rule of their own. */
  readonly cancelsThere?: true;
}

const GOODS: OrderKind = { addressUse: 'delivery', hasQuantities: true, formPath: '/bestellen' };

const DROP_OFF: OrderKind = {
  addressUse: 'pickup',
  hasQuantities: false,
  formPath: '/einlieferungen/neu',
  ownPath: '/einlieferungen',
  apiPath: '/api/v1/drop-offs',
};

const COURIER: OrderKind = {
  addressUse: 'pickup',
  hasQuantities: false,
  formPath: '/kuriere/neu',
  ownPath: '/kuriere',
  apiPath: '/api/v1/courier-rides',
  cancelsThere: true,
};

const PICKUP: OrderKind = { addressUse: 'pickup', hasQuantities: false, formPath: '/abholungen/neu' };

const KINDS: ReadonlyMap<string, OrderKind> = new Map([
  ['GOODS_FINAL', GOODS],
  ['GOODS_BOXES', GOODS],
  ['COURIER', COURIER],
  ['DROPOFF', DROP_OFF],
  ['DROPOFF_AD', DROP_OFF],
  ['PICKUP_EXTRA', PICKUP],
  ['PICKUP_EXPRESS', { ...PICKUP, formPath: '/abholungen/express' }],
  // one date of a plan, once more: that is a one-off pickup
  ['PICKUP_STANDING', { ...PICKUP, planPath: '/abholungen/regelmaessig' }],
]);

/** The kind of a service by its code; undefined where nobody has said how its orders are filled in. */
export const kindOf = (serviceCode: string): OrderKind | undefined => KINDS.get(serviceCode);
