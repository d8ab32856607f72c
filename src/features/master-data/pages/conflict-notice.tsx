import { DataTable, type Frame, Notice } from '../../../ui/index.ts';
import type { ConflictView } from '../conflict.ts';
import { words } from '../words.ts';

/** Tells the second of two people what the first has changed, both values side by side. */
export function ConflictNotice({ frame, conflict }: { frame: Frame; conflict: ConflictView | undefined }) {
  if (!conflict) return null;
  const t = words[frame.language].conflict;
  return (
    <>
      <Notice tone="warn" title={t.title} live>
        <p>{conflict.text}</p>
      </Notice>
      {conflict.rows.length > 0 && (
        <DataTable
          caption={t.caption}
          rows={conflict.rows}
          columns={[
            { header: t.field, cell: (row) => row.field, rowHeader: true },
            { header: t.theirs, cell: (row) => row.theirs },
            { header: t.mine, cell: (row) => row.mine },
          ]}
        />
      )}
    </>
  );
}
