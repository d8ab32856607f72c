import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  header: string;
  cell: (row: Row) => ComponentChildren;
  /** `end` for numbers. */
  align?: 'start' | 'end';
  /** Dates and the like, which are hard to read on two lines; numbers never break. */
  nowrap?: boolean;
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
  rowKey: (row: Row) => string | number;
}

/** A table of more columns is set closer where the room is short. */
const MANY_COLUMNS = 5;

/** What the elements are by themselves, until CSS lays them out as cards and a browser forgets it. */
const ROLE = {
  table: 'table',
  rowgroup: 'rowgroup',
  row: 'row',
  columnheader: 'columnheader',
  rowheader: 'rowheader',
  cell: 'cell',
} as const;

/**
 * Rows and columns; cards on a phone. Fifty rows are a hot path: one function call per cell, no components.
 */
export function DataTable<Row>({ caption, showCaption, columns, rows, rowKey }: DataTableProps<Row>) {
  const kinds = columns.map(kindOf);
  return (
    <table class={columns.length > MANY_COLUMNS ? 'data wide' : 'data'} role={ROLE.table}>
      <caption class={showCaption ? undefined : 'sr'}>{caption}</caption>
      <thead role={ROLE.rowgroup}>
        <tr role={ROLE.row}>
          {columns.map((column, at) => (
            <th key={column.header} scope="col" role={ROLE.columnheader} class={kinds[at]}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={ROLE.rowgroup}>
        {rows.map((row) => (
          <tr key={rowKey(row)} role={ROLE.row}>
            {columns.map((column, at) =>
              column.rowHeader ? (
                <th scope="row" role={ROLE.rowheader} class={kinds[at]}>
                  {column.cell(row)}
                </th>
              ) : (
                <td role={ROLE.cell} data-label={column.header} class={kinds[at]}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function kindOf(column: Column<never>): string | undefined {
  const kinds = [
    column.align === 'end' && 'n',
    column.nowrap && 'k',
    column.onPhone === 'corner' && 'c',
    column.onPhone === 'hidden' && 'h',
  ];
  return kinds.filter(Boolean).join(' ') || undefined;
}
