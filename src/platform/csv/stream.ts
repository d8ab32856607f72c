import { decodeText } from './decode.ts';
import { type CsvRow, delimiterOf, readRows } from './read.ts';

/** What ends the reading of a file, with the line on which the unreadable row begins. */
export class UnreadableCsv extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`the row that begins on line ${line} cannot be read`);
    this.name = 'UnreadableCsv';
    this.line = line;
  }
}

/** No row of a table is that long: a quote was not closed, or it is no table. In characters, and in bytes. */
const LONGEST_ROW = 1_000_000;

/**
 * Reads a table as {@link readCsv} does, row by row while the file arrives: of a file of any length it holds one
 * piece and one row. Throws {@link UnreadableCsv} where a quoted cell never ends.
 */
export async function* streamCsv(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  let source = '';
  let line = 1;
  let delimiter: ReturnType<typeof delimiterOf> | undefined;
  for await (const { text, isLast } of decoded(pieces)) {
    source += line === 1 && source === '' ? text.replace(/^\uFEFF/, '') : text;
    delimiter ??= delimiterOf(source);
    const read = readRows(source, { delimiter, line, isLast });
    yield* read.rows;
    ({ line } = read);
    source = source.slice(read.rest);
    if (read.unclosedAt !== undefined || source.length > LONGEST_ROW) throw new UnreadableCsv(line);
  }
}

/** The text of whole lines, in whatever encoding they were written; see {@link decodeText}. The last piece is marked. */
async function* decoded(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly text: string; readonly isLast: boolean }> {
  let rest = new Uint8Array();
  let wide: TextDecoder | undefined;
  let isFirst = true;
  for await (const piece of pieces) {
    rest = joined(rest, piece);
    // two bytes say whether characters are two bytes wide
    if (isFirst && rest.length < 2) continue;
    if (isFirst) wide = wideDecoder(rest);
    isFirst = false;
    if (wide) {
      yield { text: wide.decode(rest, { stream: true }), isLast: false };
      rest = new Uint8Array();
      continue;
    }
    // cut behind a line end: no character of UTF-8 goes across it
    const cut = rest.lastIndexOf(LINE_FEED) + 1;
    if (cut > 0) yield { text: decodeText(rest.subarray(0, cut)), isLast: false };
    rest = rest.slice(cut);
    if (rest.length > LONGEST_ROW) throw new UnreadableCsv(1);
  }
  yield { text: wide ? wide.decode() : decodeText(rest), isLast: true };
}

const LINE_FEED = 0x0a;

function wideDecoder(start: Uint8Array): TextDecoder | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  return undefined;
}

function joined(first: Uint8Array<ArrayBuffer>, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
