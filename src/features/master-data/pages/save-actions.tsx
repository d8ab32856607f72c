import { Actions, Button, ButtonLink, type Frame } from '../../../ui/index.ts';
import type { ConflictView } from '../conflict.ts';
import { words } from '../words.ts';

/** The end of every form here: save or leave it; after a conflict, whose values shall stand. */
export function SaveActions(props: { frame: Frame; backHref: string; conflict?: ConflictView | undefined }) {
  const { frame, conflict } = props;
  const t = words[frame.language];
  return (
    <Actions>
      <Button>{conflict?.keepHref ? t.conflict.takeMine : t.save}</Button>
      {conflict?.keepHref ? (
        <ButtonLink href={conflict.keepHref}>{t.conflict.keepTheirs}</ButtonLink>
      ) : (
        <ButtonLink href={props.backHref} kind="quiet">
          {t.cancel}
        </ButtonLink>
      )}
    </Actions>
  );
}
