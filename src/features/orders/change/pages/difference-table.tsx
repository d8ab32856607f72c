import { DataTable } from '../../../../ui/index.ts';
import type { Difference } from '../differences.ts';

/** Two versions beside each other, one row for each thing that differs. */
export function DifferenceTable(props: {
  caption: string;
  /** Headings of the three columns. */
  headers: readonly [what: string, before: string, after: string];
  rows: readonly Difference[];
}) {
  const [what, before, after] = props.headers;
  return (
    <DataTable
      caption={props.caption}
      showCaption
      rows={props.rows}
      columns={[
        { header: what, cell: (row) => row.term, rowHeader: true },
        { header: before, cell: (row) => row.before },
        { header: after, cell: (row) => <b>{row.after}</b> },
      ]}
    />
  );
}
