import { type Calendar, slotKey, todayOf } from '../domain/calendar/index.ts';
import { knownRights } from '../domain/rights.ts';
import { readCatalogue } from '../features/catalogue/index.ts';
import { placeGoodsOrder } from '../features/goods/index.ts';
import { cancelOrder, finishOrder } from '../features/orders/index.ts';
import { bookPickup } from '../features/pickups/index.ts';
import type { Ctx, CustomerCtx } from '../platform/context.ts';
import type { Database } from '../platform/db/database.ts';
import { endOf } from './end-of.ts';
import { findFirm, type SampleFirm } from './queries.ts';
import { CustomersSeed, type OrderSeed, readSeed, SEEDS } from './seeds.ts';

/** A sample order with its dates reckoned from the day of loading. */
interface DatedOrder {
  readonly seed: OrderSeed;
  readonly firm: SampleFirm;
  readonly number: string;
  readonly placedAt: Temporal.Instant;
  readonly serviceDate: Temporal.PlainDate;
  readonly key: string;
}

/**
 * Places the sample orders of the firms that have none, each at ten o'clock of its day, by the verbs that people
 * call: so they obey every rule that holds for people.
 * @param ctx the carrier's, on the connection of the portal
 * @param owner reads whom and what the sample orders refer to
 */
export async function loadOrders(ctx: Ctx, owner: Database): Promise<void> {
  const { customers } = await readSeed(SEEDS, 'customers', CustomersSeed);
  const missing: { seed: OrderSeed; firm: SampleFirm; number: string; key: string }[] = [];
  for (const { number, orders: seeds } of customers) {
    const firm = await owner.transaction(undefined, (tx) => findFirm(tx, number));
    if (!firm || firm.hasOrders) continue;
    missing.push(...seeds.map((seed, index) => ({ seed, firm, number, key: `demo-${number}-${index}` })));
  }
  if (missing.length === 0) return;
  const { calendar } = await readCatalogue(ctx.db, ctx);
  const orders: DatedOrder[] = missing.map((order) => ({ ...order, ...datesOf(order.seed, calendar, ctx) }));
  // In the order in which they were placed, so that their numbers rise with the days.
  orders.sort((a, b) => Temporal.Instant.compare(a.placedAt, b.placedAt));
  for (const order of orders) await load(ctx, order);
}

function datesOf(seed: OrderSeed, calendar: Calendar, { now, timeZone }: Ctx) {
  const today = todayOf({ now, timeZone });
  const ahead = seed.serviceBusinessDaysAhead;
  const placed = calendar.previousBusinessDay(today, seed.placedBusinessDaysAgo);
  return {
    placedAt: placed.toZonedDateTime({ timeZone, plainTime: '10:00' }).toInstant(),
    serviceDate:
      ahead < 0 ? calendar.previousBusinessDay(today, -ahead) : calendar.nextBusinessDay(today, ahead),
  };
}

async function load(ctx: Ctx, order: DatedOrder): Promise<void> {
  const { seed, placedAt } = order;
  const [placed] = await place(
    asPerson(ctx, order, ({ email }) => email === seed.placedBy),
    order,
  );
  if (!placed) throw new Error(`The sample order ${order.key} was not placed`);
  if (seed.status === 'cancelled') {
    const admin = asPerson(ctx, order, ({ isAdmin }) => isAdmin);
    await cancelOrder({ ...admin, now: placedAt.add({ hours: 1 }) }, { number: placed.number });
  } else if (seed.status !== 'placed') {
    await finishOrder(
      { ...ctx, customer: customerOf(order), now: endOfService(order, ctx.timeZone) },
      endOf(placed.number, seed.status),
    );
  }
}

function place(ctx: CustomerCtx, { seed, firm, serviceDate, key }: DatedOrder) {
  const starts = Temporal.PlainTime.from(seed.windowStarts);
  const booking = {
    key,
    slot: slotKey(serviceDate, { starts }),
    addressId: firm.addressIds.get(seed.address),
    costCentreId: firm.costCentreIds.get(seed.costCentre),
    reference: seed.reference,
    driverHint: seed.driverHint,
  };
  if (seed.lines.every(({ product }) => product.startsWith('PICKUP_'))) return bookPickup(ctx, booking);
  const quantities = Object.fromEntries(seed.lines.map(({ product, quantity }) => [product, quantity]));
  return placeGoodsOrder(ctx, { ...booking, quantities });
}

function asPerson(
  ctx: Ctx,
  order: DatedOrder,
  isWanted: (person: SampleFirm['people'][number]) => boolean,
): CustomerCtx {
  const person = order.firm.people.find(isWanted);
  if (!person) throw new Error(`Nobody of ${order.number} can have placed ${order.key}`);
  return {
    ...ctx,
    now: order.placedAt,
    actor: { kind: 'person', personId: person.id, name: person.name, email: person.email },
    customer: customerOf(order),
    grants: { isAdmin: person.isAdmin, rights: knownRights(person.rights) },
    language: person.language,
  };
}

const customerOf = ({ firm, number }: DatedOrder) => ({ id: firm.id, number, name: firm.name });

/** Whoever drove reports in the evening. */
const endOfService = ({ serviceDate }: DatedOrder, timeZone: string) =>
  serviceDate.toZonedDateTime({ timeZone, plainTime: '18:00' }).toInstant();
