import { Card, DataTable, type Frame } from '../../../../ui/index.ts';
import type { Difference } from '../differences.ts';
import { words } from '../words.ts';

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

/** What would be different after a change that has not been sent yet. */
export function WhatChanges({ frame, rows }: { frame: Frame; rows: readonly Difference[] }) {
  const t = words[frame.language];
  return (
    <Card>
      <DifferenceTable caption={t.caption} headers={[t.what, t.before, t.after]} rows={rows} />
    </Card>
  );
}
