import { type ComponentChildren, Fragment } from 'preact';
import { jsxAttr, jsxEscape, jsxTemplate } from 'preact/jsx-runtime';

export interface Column<Row> {
  header: string;
  cell: (row: Row) => ComponentChildren;
  /** `end` for numbers. */
  align?: 'start' | 'end';
  /** Dates and the like, which are hard to read on two lines; numbers never break. */
  nowrap?: boolean;
  /** Numbers of orders, windows and the like, which stay on one line however short the room is. */
  unbroken?: boolean;
  /** The cell that names the row, usually the first; at most one column. */
  rowHeader?: boolean;
  /** On a phone, where each row is a card: in its upper right corner (a status), or not at all. */
  onPhone?: 'corner' | 'hidden';
}

export interface DataTableProps<Row> {
  /** What the table lists; for screen readers, unless `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}

/** A table of more columns is set closer where the room is short. */
const MANY_COLUMNS = 5;
/** And of still more in smaller letters. */
const VERY_MANY_COLUMNS = 8;

/**
 * Rows and columns; cards on a phone. The roles repeat what the elements say, because a browser may forget it
 * when CSS lays them out as cards.
 */
export function DataTable<Row>({ caption, showCaption, columns, rows }: DataTableProps<Row>) {
  const template = rowTemplate(columns);
  return (
    <table class={tableClass(columns.length)} role={ROLE.table}>
      <caption class={showCaption ? undefined : 'sr'}>{caption}</caption>
      <thead role={ROLE.rowgroup}>
        <tr role={ROLE.row}>
          {columns.map((column) => (
            <th key={column.header} scope="col" role={ROLE.columnheader} class={classOf(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={ROLE.rowgroup}>
        {rows.map((row) => jsxTemplate(template, ...columns.map((column) => escaped(column.cell(row)))))}
      </tbody>
    </table>
  );
}

function tableClass(columns: number): string {
  if (columns <= MANY_COLUMNS) return 'data';
  return columns <= VERY_MANY_COLUMNS ? 'data wide' : 'data wide dense';
}

/** What the elements are by themselves; named here because the linter takes a literal for a needless repetition. */
const ROLE = { table: 'table', rowgroup: 'rowgroup', row: 'row', columnheader: 'columnheader' } as const;

function classOf(column: Column<never>): string | undefined {
  const names = [
    column.align === 'end' && 'n',
    column.nowrap && 'k',
    column.unbroken && 'num',
    column.onPhone === 'corner' && 'c',
    column.onPhone === 'hidden' && 'h',
  ];
  return names.filter(Boolean).join(' ') || undefined;
}

/*
 * Fifty rows of eight cells are a hot path: built element by element they cost three times the rest of the
 * page. What stands between the cells is the same in every row, so it is written once per table, in the form
 * that Preact's precompiled JSX has; only what is in the cells is rendered, and escaped, row by row.
 */

function rowTemplate(columns: readonly Column<never>[]): string[] {
  const parts: string[] = [];
  let before = '<tr role="row">';
  for (const column of columns) {
    const name = attribute('class', classOf(column));
    parts.push(
      column.rowHeader
        ? `${before}<th scope="row" role="rowheader"${name}>`
        : `${before}<td role="cell"${attribute('data-label', column.header)}${name}>`,
    );
    before = column.rowHeader ? '</th>' : '</td>';
  }
  return [...parts, `${before}</tr>`];
}

function attribute(name: string, value: string | undefined): string {
  const written = jsxAttr(name, value);
  return written ? ` ${written}` : '';
}

/** A list is rendered, and escaped, as a fragment; as an expression of a template it would be escaped twice. */
function escaped(content: ComponentChildren) {
  return Array.isArray(content) ? <Fragment>{content}</Fragment> : jsxEscape(content);
}
