import { Button, Form, type Frame } from '../../../../ui/index.ts';
import { costCentreHref } from '../view.ts';
import { words } from '../words.ts';

/** Closes an open cost centre or opens a closed one, and says what that means. */
export function OpenOrClosed({ frame, id, isClosed }: { frame: Frame; id: number; isClosed: boolean }) {
  const t = words[frame.language];
  return (
    <Form frame={frame} action={`${costCentreHref(id)}/${isClosed ? 'oeffnen' : 'schliessen'}`}>
      <p class="hint">{isClosed ? t.reopenText : t.closeText}</p>
      <div class="actions">
        <Button kind="secondary">{isClosed ? t.reopen : t.close}</Button>
      </div>
    </Form>
  );
}
