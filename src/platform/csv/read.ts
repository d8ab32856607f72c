/** A row of a table with the line of the file that it begins on, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What was found in a file. */
export interface CsvTable {
  readonly delimiter: ';' | ',' | '\t';
  /** Without empty lines; the first row is the header if the file has one. */
  readonly rows: readonly CsvRow[];
  /** The line where a quoted cell begins that never ends; what follows it could not be read. */
  readonly unclosedAt: number | undefined;
}

const DELIMITERS = [';', ',', '\t'] as const;

/**
 * Reads a table as CSV (RFC 4180): semicolons, commas or tabs, whichever the first line uses most; quoted cells
 * with delimiters, quotes and line breaks inside; any line end; with or without a byte order mark. An apostrophe
 * that {@link writeCsv} put before a formula is taken away. Never throws.
 */
export function readCsv(text: string): CsvTable {
  const source = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(source);
  const { rows, unclosedAt } = readRows(source, { delimiter, line: 1, isLast: true });
  return { delimiter, rows, unclosedAt };
}

/**
 * Reads the rows of a piece of a table.
 * @param piece `line` is the one that it begins on; unless it `isLast`, a row that may go on after it is left over
 * @returns the rows; `rest` is where the first unread character stands, `line` the line that it stands on
 */
export function readRows(
  source: string,
  piece: { readonly delimiter: CsvTable['delimiter']; readonly line: number; readonly isLast: boolean },
): { rows: CsvRow[]; rest: number; line: number; unclosedAt: number | undefined } {
  const { delimiter, isLast } = piece;
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let at = 0;
  let rowAt = 0;
  let line = piece.line;
  let rowLine = line;

  const endRow = () => {
    if (cells.length > 1 || cells[0]?.trim()) rows.push({ line: rowLine, cells });
    cells = [];
    rowAt = at;
    rowLine = line;
  };
  const stop = (unclosedAt?: number) => ({ rows, rest: rowAt, line: rowLine, unclosedAt });
  while (at < source.length) {
    const cell = readCell(source, at, delimiter);
    if (cell.isUnclosed) return stop(isLast ? line : undefined);
    // at the end of a piece nobody knows what follows: more of the cell, or the second half of a line end
    if (
      !isLast &&
      (cell.end === source.length || (source[cell.end] === '\r' && cell.end + 1 === source.length))
    ) {
      return stop();
    }
    cells.push(rearm(cell.text));
    line += cell.lines;
    at = cell.end;
    if (source[at] === delimiter) {
      at += 1;
      // a delimiter at the very end stands before one more, empty cell
      if (isLast && at === source.length) cells.push('');
      continue;
    }
    at += source.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    endRow();
  }
  if (isLast && cells.length > 0) endRow();
  return stop();
}

interface Cell {
  readonly text: string;
  /** Where the delimiter, the line end or the end of the file is. */
  readonly end: number;
  readonly lines: number;
  readonly isUnclosed?: boolean;
}

function readCell(source: string, from: number, delimiter: string): Cell {
  const isQuoted = source[from] === '"';
  const quoted = isQuoted ? readQuoted(source, from + 1) : { text: '', end: from, lines: 0 };
  if (quoted.isUnclosed) return quoted;
  // what stands behind a closing quote belongs to the cell: nobody should lose it
  let end = quoted.end;
  while (end < source.length && source[end] !== delimiter && source[end] !== '\n' && source[end] !== '\r')
    end += 1;
  return { ...quoted, text: quoted.text + source.slice(quoted.end, end), end };
}

function readQuoted(source: string, from: number): Cell {
  let text = '';
  let start = from;
  for (;;) {
    const quote = source.indexOf('"', start);
    if (quote < 0) return { text: '', end: source.length, lines: 0, isUnclosed: true };
    text += source.slice(start, quote);
    if (source[quote + 1] !== '"') return { text, end: quote + 1, lines: lineEnds(text) };
    text += '"';
    start = quote + 2;
  }
}

const lineEnds = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** Counts outside quotes on the first line that has any of them. */
export function delimiterOf(source: string): CsvTable['delimiter'] {
  const first = source.replaceAll(/"(?:[^"]|"")*"/g, '').match(/^.*[;,\t].*$/m)?.[0] ?? '';
  const count = (delimiter: string) => first.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

const rearm = (text: string) =>
  /^'(?:'|\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/.test(text) ? text.slice(1) : text;
