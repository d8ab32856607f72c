import { readCsv } from '../../../../platform/csv/index.ts';

/** A row of an uploaded or pasted table, or of the form in which it is mended; as typed. */
export interface ImportRow {
  /** Where it stood in the table, counted from 1. */
  readonly line: number;
  readonly code: string;
  readonly name: string;
}

export interface ImportTable {
  readonly rows: readonly ImportRow[];
  /** The line where a quoted cell begins that never ends. */
  readonly unclosedAt: number | undefined;
}

const CODE_HEADERS = new Set([
  ...['kostenstelle', 'kostenstellen', 'kst', 'nummer', 'nr', 'nr.', 'code', 'kostenstellennummer'],
  ...['cost centre', 'cost center', 'number', 'no', 'no.'],
]);
const NAME_HEADERS = new Set([
  ...['bezeichnung', 'name', 'titel', 'beschreibung', 'text'],
  ...['description', 'title', 'label'],
]);

/**
 * Finds codes and names in a table: by its header where it has one that we know, else in the first two columns.
 * Other columns are not looked at.
 */
export function readTable(text: string): ImportTable {
  const { rows, unclosedAt } = readCsv(text);
  const header = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const codeAt = header.findIndex((cell) => CODE_HEADERS.has(cell));
  const nameAt = header.findIndex((cell) => NAME_HEADERS.has(cell));
  const hasHeader = codeAt >= 0 || nameAt >= 0;
  const code = codeAt >= 0 ? codeAt : nameAt === 0 ? 1 : 0;
  const name = nameAt >= 0 ? nameAt : codeAt === 1 ? 0 : codeAt + 1 || 1;
  return {
    rows: rows.slice(hasHeader ? 1 : 0).map(({ line, cells }) => ({
      line,
      code: cells[code]?.trim() ?? '',
      name: cells[name]?.trim() ?? '',
    })),
    unclosedAt,
  };
}
