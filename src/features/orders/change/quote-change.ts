import { isOffered, type OfferedDay } from '../../../domain/calendar/index.ts';
import { totals } from '../../../domain/money.ts';
import { type FieldProblem, refuse } from '../../../domain/refusal.ts';
import type { CustomerCtx } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import {
  type Catalogue,
  catalogueAt,
  type LocalCatalogue,
  offeredDays,
  readCatalogue,
} from '../../catalogue/index.ts';
import type { Address } from '../../customers/index.ts';
import { BASKET_FIELD, basketOf } from '../basket.ts';
import { kindOf, type OrderKind } from '../order-kinds.ts';
import { type OrderState, ownSlot, presentState } from '../order-state.ts';
import type { StoredLine, StoredOrder } from '../queries.ts';
import { priced } from '../quote-orders.ts';
import { servedAt } from '../served-at.ts';
import { type ChangeChoices, type ChangeProduct, changeChoices, changeProducts } from './change-choices.ts';
import { withOwnPlace } from './change-offers.ts';
import { movedTo } from './moved-to.ts';
import type { ChangeAnswers } from './schemas.ts';

/** Everything that an order can be changed to now, and what it is. */
export interface ChangeOptions extends ChangeChoices {
  readonly kind: OrderKind;
  readonly present: OrderState;
  readonly products: ReadonlyMap<string, ChangeProduct>;
  /** Of the service, in all zones. */
  readonly catalogue: Catalogue;
  readonly serviceCode: string;
}

/** An order as it is and as the change would make it. The page that asks "is this right?" shows it. */
export interface ChangeQuote {
  readonly before: OrderState;
  readonly after: OrderState;
  /** Places of the window afterwards. */
  readonly capacity: number;
}

type Order = { readonly order: StoredOrder; readonly lines: readonly StoredLine[] };

/**
 * Reads what an order that may be changed can be changed to. Refuses with `not-found` for a service whose orders
 * the portal does not know how to fill in.
 */
export async function changeOptions(
  tx: Transaction,
  ctx: CustomerCtx,
  { order, lines }: Order,
): Promise<ChangeOptions> {
  const kind = kindOf(order.service_code);
  // those with a page of their own are changed there
  if (!kind || kind.ownPath) return refuse({ code: 'not-found' });
  const present = presentState(order, lines);
  const catalogue = await readCatalogue(tx, { ...ctx, serviceCodes: [order.service_code] });
  return {
    kind,
    present,
    ...(await changeChoices(tx, present, kind.addressUse)),
    products: changeProducts(catalogue, order.service_code, present),
    catalogue,
    serviceCode: order.service_code,
  };
}

/**
 * The days that an order can be moved to at an address. Its own place is among them as long as it need not take one in
 * another zone. Where nobody goes it can only stay as it is.
 * @param catalogue as it is at that address
 */
export function daysAt(
  { present, serviceCode }: Pick<ChangeOptions, 'present' | 'serviceCode'>,
  address: Where,
  catalogue: LocalCatalogue,
  now: Temporal.Instant,
): readonly OfferedDay[] {
  const days = offeredDays(catalogue, [serviceCode], now);
  if (!keepsPool(present, address, catalogue.services.get(serviceCode)?.pool)) return days;
  const { changeUntil = now, date, windowStarts: starts, windowEnds: ends } = present;
  return withOwnPlace(days, { date, starts, ends, changeUntil });
}

type Where = Pick<Address, 'id' | 'postcode'>;

/** An address that has moved since is another one. */
const isOwnAddress = (present: OrderState, { id, postcode }: Where): boolean =>
  present.addressId === id && present.address.postcode === postcode;

/** At its own address an order keeps its promise, also one from before there were zones, and in one that is gone. */
const keepsPool = (present: OrderState, address: Where, pool: string | undefined): boolean =>
  isOwnAddress(present, address) || present.pool === pool;

/**
 * Works out what the change would mean: the same service, today's prices, the deadlines of the new date. Writes
 * nothing.
 *
 * Refuses with `slot-not-offered`, `slot-full`, or `invalid` for an address or cost centre that is not the firm's, for
 * another address to which nobody goes, and for a basket that cannot be had.
 */
export function quoteChange(
  options: ChangeOptions,
  answers: ChangeAnswers,
  now: Temporal.Instant,
): ChangeQuote {
  const { present } = options;
  const lines = linesAfter(options, answers).map(priced);
  const { address, ...where } = whereAfter(options, answers);
  const { capacity, ...when } = whenAfter(options, address, answers, now);
  return {
    before: present,
    after: {
      ...present,
      ...when,
      ...where,
      address: addressSnapshot(address),
      reference: answers.reference ?? present.reference,
      driverHint: answers.driverHint ?? present.driverHint,
      lines,
      ...totals(lines),
    },
    capacity,
  };
}

function linesAfter({ kind, products, present }: ChangeOptions, { quantities }: ChangeAnswers) {
  if (quantities && !kind.hasQuantities)
    refuse({ code: 'invalid', fields: [{ field: BASKET_FIELD, problem: 'unknown' }] });
  const now = Object.fromEntries(present.lines.map((line) => [line.productCode, line.quantity]));
  return basketOf({ products }, quantities ?? now);
}

function whenAfter(options: ChangeOptions, address: Address, { slot }: ChangeAnswers, now: Temporal.Instant) {
  const { present, catalogue: everywhere, serviceCode } = options;
  const catalogue = isOwnAddress(present, address)
    ? catalogueAt(everywhere, address.postcode)
    : servedAt(everywhere, address);
  const own = ownSlot(present);
  const wanted = slot ?? own;
  // without a choice of its own nothing is asked of the calendar: the place is promised
  if (wanted === own && keepsPool(present, address, catalogue.services.get(serviceCode)?.pool))
    return { capacity: 1 };
  const choice = isOffered(daysAt(options, address, catalogue, now), wanted);
  if (!choice.ok) refuse(choice.refusal);
  const { date } = choice.day;
  const { window } = choice;
  const sameDate = date.equals(present.date);
  return {
    capacity: window.capacity,
    ...movedTo(present, catalogue, serviceCode, { date, window, sameDate, now }),
  };
}

function whereAfter({ addresses, costCentres, present }: ChangeOptions, answers: ChangeAnswers) {
  const addressId = answers.addressId ?? present.addressId;
  const costCentreId = answers.costCentreId === undefined ? present.costCentreId : answers.costCentreId;
  const address = addresses.find(({ id }) => id === addressId);
  const costCentre = costCentres.find(({ id }) => id === costCentreId);
  const problems: FieldProblem[] = [];
  if (!address) problems.push({ field: 'addressId', problem: 'unknown' });
  if (costCentreId && !costCentre) problems.push({ field: 'costCentreId', problem: 'unknown' });
  if (!address || problems.length > 0) return refuse({ code: 'invalid', fields: problems });
  return {
    addressId,
    address,
    costCentreId: costCentre?.id,
    costCentreLabel: costCentre ? `${costCentre.code} ${costCentre.name}`.trim() : '',
  };
}

const addressSnapshot = ({ recipient, street, postcode, city, contactName, contactPhone }: Address) => ({
  recipient,
  street,
  postcode,
  city,
  contactName,
  contactPhone,
});
