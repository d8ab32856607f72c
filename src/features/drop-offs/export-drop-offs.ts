import { type CustomerCtx, transaction } from '../../platform/context.ts';
import { inPortions } from '../../platform/portions.ts';
import type { XlsxCell } from '../../platform/xlsx/index.ts';
import { statusView } from '../orders/index.ts';
import { type ListedItem, listItems } from './queries.ts';
import { words } from './words.ts';

/** So many drop-offs are read at a time. */
const PORTION = 200;

/** Every mailing of every drop-off, also earlier ones, the newest first, as a table. Every user of the firm may have it. */
export function exportDropOffs(ctx: CustomerCtx) {
  const t = words[ctx.language];
  return {
    header: [
      t.number,
      t.status,
      t.date,
      t.starts,
      t.ends,
      t.where,
      t.code,
      t.receipt,
      t.reference,
      t.product,
      t.pieces,
      t.grams,
      t.estimateNet,
    ],
    rows: itemRows(ctx),
  };
}

async function* itemRows(ctx: CustomerCtx): AsyncGenerator<readonly XlsxCell[]> {
  const items = inPortions<ListedItem>((last) =>
    transaction(ctx, (tx) => listItems(tx, PORTION, last?.orderId)),
  );
  for await (const item of items) yield cellsOf(item, ctx.language);
}

const cellsOf = (item: ListedItem, language: CustomerCtx['language']): readonly XlsxCell[] => [
  item.number,
  statusView(item.status, language).text,
  item.date,
  item.starts.toString({ smallestUnit: 'minute' }),
  item.ends.toString({ smallestUnit: 'minute' }),
  item.site,
  item.manifestCode,
  item.receipt,
  item.reference,
  item.name[language],
  item.pieces,
  item.grams,
  { cents: item.net },
];
