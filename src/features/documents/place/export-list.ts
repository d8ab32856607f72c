import { refuse } from '../../../domain/refusal.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../../platform/context.ts';
import type { XlsxCell } from '../../../platform/xlsx/index.ts';
import { words as kindWords } from '../words.ts';
import { type DocumentRow, listDocuments } from './queries.ts';
import type { DocumentFilter } from './schemas.ts';
import { words } from './words.ts';

const MOST_ROWS = 10_000;

/**
 * The list as a table, everything that fits the filter. Refuses with `forbidden` without `documents.view`, and with
 * `too-many-rows` above ten thousand.
 */
export async function exportList(ctx: CustomerCtx, filter: DocumentFilter) {
  requireRight(ctx, 'documents.view');
  const reading = { reader: personIdOf(ctx), now: ctx.now };
  const { rows, hasMore } = await transaction(ctx, (tx) =>
    listDocuments(tx, filter, reading, undefined, MOST_ROWS),
  );
  if (hasMore) refuse({ code: 'too-many-rows', limit: MOST_ROWS });
  const t = words[ctx.language];
  const header = [
    t.number,
    t.kind,
    t.about,
    t.date,
    t.periodFrom,
    t.periodTo,
    t.net,
    t.gross,
    t.due,
    t.state,
    t.since,
    t.open,
    t.costCentres,
  ];
  return { header, rows: rows.map(cellsFor(ctx)) };
}

function cellsFor({ language }: CustomerCtx): (row: DocumentRow) => XlsxCell[] {
  const euros = (cents: number | null) => (cents === null ? null : { cents });
  return (row) => [
    row.number,
    kindWords[language].kinds[row.kind],
    row.title,
    row.document_date,
    row.period_from,
    row.period_to,
    euros(row.net_cents),
    euros(row.gross_cents),
    row.due_on,
    row.state && words[language].states[row.state],
    row.state_on,
    euros(row.open_cents),
    row.costCentres.join(', '),
  ];
}
