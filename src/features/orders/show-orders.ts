import { type CustomerCtx, transaction } from '../../platform/context.ts';
import { readCursor, writeCursor } from './list-cursor.ts';
import { listOrders, type OrderFilter } from './queries.ts';
import type { OrderQuery } from './schemas.ts';

const PAGE_SIZE = 50;

/** One page of the list; `newer` and `older` are the cursors of the pages beside it, if there are any. */
export interface OrderPage {
  readonly rows: Awaited<ReturnType<typeof listOrders>>['rows'];
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/** The firm's orders that fit the query, newest first. Every user of the firm may see them. */
export async function showOrders(
  ctx: CustomerCtx,
  input: OrderQuery,
  pageSize = PAGE_SIZE,
): Promise<OrderPage> {
  const cursor = readCursor(input.older, 'older') ?? readCursor(input.newer, 'newer');
  const { rows, hasMore } = await transaction(ctx, (tx) =>
    listOrders(tx, filterOf(input, ctx.timeZone), cursor, pageSize),
  );
  const [first, last] = [rows[0], rows.at(-1)];
  const goesNewer = cursor?.direction === 'newer' ? hasMore : cursor !== undefined;
  const goesOlder = cursor?.direction === 'newer' || hasMore;
  return {
    rows,
    newer: first && goesNewer ? writeCursor(first) : undefined,
    older: last && goesOlder ? writeCursor(last) : undefined,
  };
}

function filterOf(input: OrderQuery, timeZone: string): OrderFilter {
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone }).toInstant();
  return {
    serviceCode: input.service,
    status: input.status,
    placedFrom: input.from && midnight(input.from),
    // the last day counts whole
    placedBefore: input.to && midnight(input.to.add({ days: 1 })),
    search: input.search ? searchOf(input.search) : undefined,
  };
}

/** What looks like an order number is one, also without its prefix and in small letters; all else is a reference. */
function searchOf(typed: string): NonNullable<OrderFilter['search']> {
  const number = /^a?-?(\d{4})-(\d{1,12})$/i.exec(typed.replaceAll(/\s/g, ''));
  return number ? { number: `A-${number[1]}-${number[2]?.padStart(6, '0')}` } : { referencePrefix: typed };
}
