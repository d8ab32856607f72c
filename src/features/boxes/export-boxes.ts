import { type CustomerCtx, transaction } from '../../platform/context.ts';
import type { XlsxCell } from '../../platform/xlsx/index.ts';
import { type BoxMovementRow, boxBalances, latestMovements } from './queries.ts';
import { words } from './words.ts';

/** What is at each address, as a table. Every user of the firm may have it. */
export async function exportBalances(ctx: CustomerCtx) {
  const t = words[ctx.language];
  const balances = await transaction(ctx, boxBalances);
  return {
    header: [t.address, t.street, t.city, t.product, t.pieces],
    rows: balances.map(({ label, street, city, name, pieces }) => [
      label,
      street,
      city,
      name[ctx.language],
      Number(pieces),
    ]),
  };
}

const PORTION = 500;

/** Every movement, the newest first, as a table; boxes that were taken back count below zero. */
export function exportMovements(ctx: CustomerCtx) {
  const t = words[ctx.language];
  return { header: [t.date, t.address, t.product, t.pieces, t.order, t.note], rows: movementRows(ctx) };
}

async function* movementRows(ctx: CustomerCtx): AsyncGenerator<readonly XlsxCell[]> {
  let after: BoxMovementRow | undefined;
  for (;;) {
    const rows = await transaction(ctx, (tx) => latestMovements(tx, PORTION, after));
    for (const { movedOn, label, name, pieces, number, note } of rows)
      yield [movedOn, label, name[ctx.language], pieces, number, note];
    if (rows.length < PORTION) return;
    after = rows.at(-1);
  }
}
