import { type Frame, Notice } from '../../../../ui/index.ts';
import type { ConflictView } from '../conflict.ts';
import { words } from '../words.ts';
import { DifferenceTable } from './difference-table.tsx';

/** Tells the second of two people what is saved now, beside what they entered. */
export function ConflictNotice({ frame, conflict }: { frame: Frame; conflict: ConflictView }) {
  const t = words[frame.language];
  return (
    <>
      <Notice tone="warn" title={t.conflict.title} live>
        <p>{conflict.text}</p>
        {conflict.isSame && <p>{t.conflict.same}</p>}
      </Notice>
      {conflict.rows.length > 0 && (
        <DifferenceTable
          caption={t.conflict.caption}
          headers={[t.what, t.conflict.theirs, t.conflict.mine]}
          rows={conflict.rows}
        />
      )}
    </>
  );
}
