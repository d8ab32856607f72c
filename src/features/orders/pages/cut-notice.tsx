import { type Frame, Notice } from '../../../ui/index.ts';
import { words } from '../words.ts';

/** On a form that begins with the answers of an earlier order: some of them could not be given any more. */
export function CutNotice({ frame }: { frame: Frame }) {
  return (
    <Notice tone="info">
      <p>{words[frame.language].order.cut}</p>
    </Notice>
  );
}
