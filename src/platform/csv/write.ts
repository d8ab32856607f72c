/**
 * One cell of a table: text that people typed, a number (written with a decimal comma), an amount, a date or time
 * already written, or nothing.
 */
export type CsvCell = string | number | { readonly cents: number } | null | undefined;

/** Excel takes a file with this mark for UTF-8, and one with semicolons for a German table. */
const MARK = '\uFEFF';
const DELIMITER = ';';
const LINE_END = '\r\n';

/** What a spreadsheet may take for a formula, also after spaces that it overlooks, also in full width. */
const FORMULA = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** A sign before nothing but a number is no formula: "-5,00" stays a number. */
const NUMBER = /^[+-]?\d[\d.,]*$/;

/**
 * Writes a table as CSV (RFC 4180) the way that German spreadsheets open by double click: UTF-8 with its mark,
 * semicolons, decimal commas. Text that a spreadsheet would run as a formula gets an apostrophe in front, which
 * {@link readCsv} takes away again.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return MARK + [header, ...rows].map(writeRow).join('');
}

/** The same row by row, for lists that are too long to be held at once. */
export async function* csvChunks(
  header: readonly string[],
  rows: AsyncIterable<readonly CsvCell[]> | Iterable<readonly CsvCell[]>,
): AsyncGenerator<string> {
  yield MARK + writeRow(header);
  for await (const row of rows) yield writeRow(row);
}

const writeRow = (row: readonly CsvCell[]) => row.map(writeCell).join(DELIMITER) + LINE_END;

function writeCell(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'object' && cell !== null) return euros(cell.cents);
  const text = disarm(cell ?? '');
  return /[";,\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that already begins with an apostrophe gets one more, so that reading gives back what was written. */
const disarm = (text: string) =>
  (FORMULA.test(text) && !NUMBER.test(text)) || text.startsWith("'") ? `'${text}` : text;

/** An amount has its two places, "1234,50": of a number "1234,5" would be left. */
function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
