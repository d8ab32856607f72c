import { refuse } from '../../../domain/refusal.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../../platform/context.ts';
import { type CsvCell, writeCsv } from '../../../platform/csv/index.ts';
import { formatsFor } from '../../../platform/i18n/index.ts';
import { words as kindWords } from '../words.ts';
import { type DocumentRow, listDocuments } from './queries.ts';
import type { DocumentFilter } from './schemas.ts';
import { words } from './words.ts';

const MOST_ROWS = 10_000;

/**
 * The list as a table, everything that fits the filter. Refuses with `forbidden` without `documents.view`, and with
 * `too-many-rows` above ten thousand.
 */
export async function exportList(ctx: CustomerCtx, filter: DocumentFilter): Promise<string> {
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
    t.costCentres,
  ];
  return writeCsv(header, rows.map(cellsFor(ctx)));
}

function cellsFor({ language, timeZone }: CustomerCtx): (row: DocumentRow) => CsvCell[] {
  const formats = formatsFor(language, timeZone);
  const date = (day: Temporal.PlainDate | null) => (day ? formats.shortDate(day) : null);
  const euros = (cents: number | null) => (cents === null ? null : cents / 100);
  return (row) => [
    row.number,
    kindWords[language].kinds[row.kind],
    row.title,
    date(row.document_date),
    date(row.period_from),
    date(row.period_to),
    euros(row.net_cents),
    euros(row.gross_cents),
    date(row.due_on),
    row.state && words[language].states[row.state],
    date(row.state_on),
    row.costCentres.join(', '),
  ];
}
