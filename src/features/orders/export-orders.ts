import type { CustomerCtx } from '../../platform/context.ts';
import type { XlsxCell } from '../../platform/xlsx/index.ts';
import type { OrderQuery } from './schemas.ts';
import { showOrders } from './show-orders.ts';
import { words } from './words.ts';

/** How many orders are read at a time. */
const PORTION = 500;

/**
 * The firm's orders that fit the query, all of them, the newest first, as rows of a table. They are read in
 * portions, each in a transaction of its own: whoever takes long to receive the file keeps nobody waiting.
 */
export function exportOrders(ctx: CustomerCtx, input: OrderQuery, portion = PORTION) {
  const t = words[ctx.language].list;
  return {
    header: [
      t.number,
      t.what,
      t.date,
      t.starts,
      t.ends,
      t.reference,
      t.statusLabel,
      t.net,
      t.gross,
      t.placedAt,
    ],
    rows: orderRows(ctx, input, portion),
  };
}

async function* orderRows(
  ctx: CustomerCtx,
  input: OrderQuery,
  portion: number,
): AsyncGenerator<readonly XlsxCell[]> {
  const { language, timeZone } = ctx;
  let older: string | undefined;
  do {
    const page = await showOrders(ctx, { ...input, newer: undefined, older }, portion);
    for (const row of page.rows) {
      yield [
        row.number,
        row.serviceName[language],
        row.serviceDate,
        row.windowStarts.toString({ smallestUnit: 'minute' }),
        row.windowEnds.toString({ smallestUnit: 'minute' }),
        row.reference,
        words[language].status[row.status],
        { cents: row.net },
        { cents: row.gross },
        row.placedAt.toZonedDateTimeISO(timeZone).toPlainDateTime(),
      ];
    }
    older = page.older;
  } while (older !== undefined);
}
