import type { ComponentChildren } from 'preact';
import { Actions, Button, Card, Form, type Frame, TextField } from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import type { SetUpView } from '../view.ts';
import { words } from '../words.ts';

export interface SetUpCardProps {
  frame: Frame;
  view: SetUpView;
  /** Takes the first code; `<action>/neu` makes a new secret. */
  action: string;
  errors: FormErrors;
  /** Fields that both forms carry along. */
  children?: ComponentChildren;
}

/** First a button, then the QR code with the field for the first code. */
export function SetUpCard({ frame, view, action, errors, children }: SetUpCardProps) {
  const t = words[frame.language].setUp;
  const { secret, replaces } = view;
  return (
    <Card title={t.title}>
      <p>{t.lead}</p>
      {!secret && <p class="hint">{t.apps}</p>}
      {secret && (
        <>
          <h3>{t.scan}</h3>
          <svg
            class="qr"
            viewBox={`0 0 ${secret.qr.size} ${secret.qr.size}`}
            width="240"
            height="240"
            shapeRendering="crispEdges"
            role="img"
            aria-label={t.picture}
          >
            <path d={secret.qr.path} fill="#000" />
          </svg>
          <p>
            {t.type} <code>{secret.inGroups}</code>
          </p>
          <p>
            <a href={secret.address}>{t.open}</a>
          </p>
          <h3>{t.enter}</h3>
          <Form frame={frame} action={action}>
            {children}
            <TextField
              name="otp"
              label={t.code}
              hint={t.codeHint}
              error={errors.of('otp')}
              autocomplete="one-time-code"
              inputMode="numeric"
              width="short"
            />
            <p class="hint">{replaces ? `${t.replaces} ${t.ends}` : t.ends}</p>
            <Actions>
              <Button>{t.submit}</Button>
            </Actions>
          </Form>
        </>
      )}
      <Form frame={frame} action={`${action}/neu`} plain>
        {children}
        <Button kind={secret ? 'quiet' : 'primary'}>{secret ? t.again : t.begin}</Button>
      </Form>
    </Card>
  );
}
