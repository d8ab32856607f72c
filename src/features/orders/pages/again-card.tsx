import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Form,
  type Frame,
  Hidden,
  Notice,
  TextField,
} from '../../../ui/index.ts';
import type { AgainView } from '../view.ts';
import { words } from '../words.ts';

/** The same once more, or kept under a name; what is no longer there is said before, not found out later. */
export function AgainCard({ frame, again, number }: { frame: Frame; again: AgainView; number: string }) {
  const t = words[frame.language].order;
  return (
    <Card title={t.again}>
      {again.href && <p class="hint">{t.againText}</p>}
      {again.notices.length > 0 && (
        <Notice tone="info">
          {again.notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </Notice>
      )}
      {again.href && <ButtonLink href={again.href}>{t.again}</ButtonLink>}
      {again.href && (
        <Form frame={frame} action="/vorlagen" label={t.saveTemplate}>
          <Hidden name="number" value={number} />
          <TextField name="name" label={t.templateName} hint={t.templateHint} maxLength={80} />
          <Actions>
            <Button kind="secondary">{t.saveTemplate}</Button>
          </Actions>
        </Form>
      )}
    </Card>
  );
}
