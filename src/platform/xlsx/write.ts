import { zipStream } from '../zip/index.ts';
import { CONTENT_TYPES, RELATIONS, STYLE, STYLES, WORKBOOK_RELATIONS, workbook } from './parts.ts';
import { xmlText } from './xml.ts';

/** An amount in cents: shown with two decimals, added up by a spreadsheet as euros. */
export interface XlsxMoney {
  readonly cents: number;
}

/** One cell: text that people typed, a number, an amount, a day, a time of day on its day, or nothing. */
export type XlsxCell =
  | string
  | number
  | XlsxMoney
  | Temporal.PlainDate
  | Temporal.PlainDateTime
  | null
  | undefined;

export interface XlsxTable {
  /** Name of the one sheet. */
  readonly sheet: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly XlsxCell[]> | Iterable<readonly XlsxCell[]>;
}

/**
 * Writes a table as a workbook (Office Open XML) with one sheet: bold header that stays in view, real dates and
 * amounts. Row by row, so that a long list takes no more memory than a short one. Text stays text: a formula that
 * somebody typed is never run.
 */
export function xlsxChunks(table: XlsxTable): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return zipStream(
    [
      { name: '[Content_Types].xml', content: [CONTENT_TYPES] },
      { name: '_rels/.rels', content: [RELATIONS] },
      { name: 'xl/workbook.xml', content: [workbook(table.sheet)] },
      { name: 'xl/_rels/workbook.xml.rels', content: [WORKBOOK_RELATIONS] },
      { name: 'xl/styles.xml', content: [STYLES] },
      { name: 'xl/worksheets/sheet1.xml', content: sheetXml(table) },
    ],
    'deflated',
  );
}

const BEGIN =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '</sheetView></sheetViews>';

async function* sheetXml({ header, rows }: XlsxTable): AsyncGenerator<string> {
  const columns = header.map(
    (title, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.max(12, title.length + 4)}" customWidth="1"/>`,
  );
  yield `${BEGIN}<cols>${columns.join('')}</cols><sheetData>`;
  yield `<row>${header.map((title) => textCell(title, STYLE.header)).join('')}</row>`;
  for await (const row of rows) yield `<row>${row.map(cellXml).join('')}</row>`;
  yield '</sheetData></worksheet>';
}

function cellXml(cell: XlsxCell): string {
  if (cell === null || cell === undefined || cell === '') return '<c/>';
  if (typeof cell === 'string') return textCell(cell, STYLE.text);
  if (typeof cell === 'number') return Number.isFinite(cell) ? numberCell(cell, STYLE.plain) : '<c/>';
  if (cell instanceof Temporal.PlainDate) return numberCell(dayNumber(cell), STYLE.date);
  if (cell instanceof Temporal.PlainDateTime) return numberCell(momentNumber(cell), STYLE.dateTime);
  // written from the digits, because 0.1 + 0.2 is not 0.3
  return numberCell((cell.cents / 100).toFixed(2), STYLE.money);
}

const numberCell = (value: number | string, style: number) => `<c s="${style}"><v>${value}</v></c>`;

const textCell = (value: string, style: number) =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;

/** Day zero of spreadsheets; they believe in a 29 February 1900, hence two days before the first of January. */
const EPOCH = Temporal.PlainDate.from('1899-12-30');

const dayNumber = (date: Temporal.PlainDate) => EPOCH.until(date, { largestUnit: 'day' }).days;

function momentNumber(at: Temporal.PlainDateTime): number {
  const minutes = at.hour * 60 + at.minute + at.second / 60;
  return Math.round((dayNumber(at.toPlainDate()) + minutes / 1440) * 1e8) / 1e8;
}
