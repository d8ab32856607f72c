import { type CsvCell, csvChunks } from '../platform/csv/index.ts';
import { type XlsxCell, xlsxChunks } from '../platform/xlsx/index.ts';
import type { PageRequest } from './page-request.ts';
import { downloadHeaders } from './respond.ts';

/** The kinds of file that every list can be saved as. */
export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A list to be saved; `name` without its ending. Rows may come as they are read from the database. */
export interface TableFile {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly XlsxCell[]> | Iterable<readonly XlsxCell[]>;
}

const TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Answers with the list as a file, row by row: a long list takes no more memory than a short one. */
export async function downloadTable(
  request: PageRequest,
  format: TableFormat,
  file: TableFile,
): Promise<Response> {
  const chunks = format === 'csv' ? encoded(csvRows(file)) : xlsxChunks({ ...file, sheet: file.name });
  // the first piece is made here, so that what is refused becomes an answer and not a broken file
  const first = await chunks.next();
  async function* all() {
    if (!first.done) yield first.value;
    yield* chunks;
  }
  const headers = downloadHeaders(request, { name: `${file.name}.${format}`, type: TYPES[format] });
  return new Response(streamOf(all()), { headers });
}

/** Reads on only as fast as the answer is received, and stops reading when nobody receives it any more. */
function streamOf(chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

const csvRows = ({ header, rows }: TableFile) => csvChunks(header, csvCells(rows));

async function* csvCells(rows: TableFile['rows']): AsyncGenerator<CsvCell[]> {
  for await (const row of rows) yield row.map(csvCell);
}

/** Days and times as spreadsheets of every country read them. */
function csvCell(cell: XlsxCell): CsvCell {
  if (cell instanceof Temporal.PlainDate) return cell.toString();
  if (cell instanceof Temporal.PlainDateTime)
    return cell.toString({ smallestUnit: 'minute' }).replace('T', ' ');
  return cell;
}

/** Rows gathered into pieces worth sending. */
async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let gathered = '';
  for await (const line of lines) {
    gathered += line;
    if (gathered.length < 16_384) continue;
    yield new TextEncoder().encode(gathered);
    gathered = '';
  }
  if (gathered) yield new TextEncoder().encode(gathered);
}
