import { needsApproval } from '../../domain/approval.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { ordererOf } from './approval-terms.ts';
import { approvalWanted, ordersPlaced } from './jobs.ts';
import { type ApprovalTerms, insertOrder, type PlacedOrder, takePlaces } from './queries.ts';
import type { Quote, QuotedOrder } from './quote-orders.ts';

/**
 * Places the orders of a quote: writes them, takes a place in the window for each, and enqueues one confirmation
 * for all. Where the firm's rule says so all of them wait for approval, with their places held: whoever may approve
 * is asked, and the letter says until when. Part of the verbs that book; they check the right and open the submission.
 * @param approval as the submission found it
 *
 * Refuses with `slot-full` when somebody else took the last place since the quote, `approval-required` for what begins
 * at once and would have to wait.
 */
export async function placeOrders(
  tx: Transaction,
  ctx: CustomerCtx,
  quote: Quote,
  submissionKey: string,
  approval: ApprovalTerms,
): Promise<readonly PlacedOrder[]> {
  const waits = needsApproval(approval.rule, ordererOf(ctx, approval), quote.totals.net);
  if (waits && !quote.orderBy) refuse({ code: 'approval-required' });
  const by = { submissionKey, approveUntil: waits ? quote.orderBy : undefined, placedBy: personIdOf(ctx) };
  const placed: PlacedOrder[] = [];
  for (const order of quote.orders) placed.push(await writeOrder(tx, ctx, quote, order, by));
  const letter = {
    customerId: ctx.customer.id,
    numbers: placed.map(({ number }) => number),
    personId: personIdOf(ctx) ?? null,
  };
  await ctx.jobs.enqueue(tx, ordersPlaced, { ...letter, ...(waits ? { waits } : {}) });
  if (waits) await ctx.jobs.enqueue(tx, approvalWanted, letter);
  await takeAllPlaces(tx, quote);
  return placed;
}

/**
 * Writes one order of a quote. It takes no place and sends no letter: that is for the verb, which may have many
 * orders to tell of at once.
 * @param by `placedBy`: whoever wanted it, also where somebody else acts: the maker of a plan; `approveUntil`: it waits
 *   for approval until then
 */
export async function writeOrder(
  tx: Transaction,
  ctx: CustomerCtx,
  quote: Omit<Quote, 'orders' | 'totals' | 'orderBy'>,
  order: QuotedOrder,
  by: {
    readonly submissionKey: string;
    readonly placedBy: number | undefined;
    readonly approveUntil?: Temporal.Instant | undefined;
  },
): Promise<PlacedOrder> {
  const { approveUntil } = by;
  const { booking, address, costCentre, window } = quote;
  const { recipient, street, postcode, city, contactName, contactPhone } = address;
  const placed = await insertOrder(tx, {
    ...order,
    customerId: ctx.customer.id,
    submissionKey: by.submissionKey,
    serviceCode: order.service.code,
    pool: order.service.pool,
    serviceDate: quote.date,
    windowStarts: window.starts,
    windowEnds: window.ends,
    addressId: address.id,
    particulars: quote.particulars ?? [],
    address: { recipient, street, postcode, city, contactName, contactPhone },
    costCentreId: costCentre?.id,
    costCentreLabel: costCentre ? `${costCentre.code} ${costCentre.name}` : '',
    reference: booking.reference,
    driverHint: booking.driverHint,
    status: approveUntil ? 'awaiting-approval' : 'placed',
    approveUntil,
    placedBy: by.placedBy,
    placedAt: ctx.now,
    year: ctx.now.toZonedDateTimeISO(ctx.timeZone).year,
  });
  await audit(tx, ctx, {
    action: 'order.place',
    object: placed.number,
    after: {
      service: order.service.code,
      slot: booking.slot,
      lines: order.lines.map(({ productCode, quantity }) => ({ product: productCode, quantity })),
      ...(approveUntil ? { status: 'awaiting-approval', approveUntil: `${approveUntil}` } : {}),
    },
  });
  return placed;
}

/**
 * Comes last, because it makes others wait for the window until this transaction ends; goes through the pools in
 * one order, so that two baskets never wait for each other.
 */
async function takeAllPlaces(tx: Transaction, { orders, date, window }: Quote): Promise<void> {
  const pools = Map.groupBy(orders, ({ service }) => service.pool);
  for (const [pool, own] of [...pools].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const taken = await takePlaces(tx, { pool, date, ...window, places: own.length });
    if (!taken) refuse({ code: 'slot-full' });
  }
}
