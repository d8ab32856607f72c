import type { ComponentChildren } from 'preact';
import { Card, type Frame, Notice, TextField } from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { LONGEST_NAME } from '../schemas.ts';
import { words } from '../words.ts';
import { PasskeyForm } from './passkey-form.tsx';

export interface NewPasskeyCardProps {
  frame: Frame;
  action: string;
  name: string;
  errors: FormErrors;
  /** Where browsers make passkeys, if not here: the same page under another address, or nowhere. */
  elsewhere?: string | undefined;
  isPossible: boolean;
  children?: ComponentChildren;
}

/** What a passkey is, and the form that makes one. */
export function NewPasskeyCard(props: NewPasskeyCardProps) {
  const { frame, action, name, errors, isPossible, elsewhere, children } = props;
  const t = words[frame.language];
  return (
    <Card title={t.title}>
      <p>{t.lead}</p>
      {isPossible ? (
        <>
          <PasskeyForm frame={frame} kind="create" action={action} text={t.add} button="primary">
            {children}
            <TextField
              name="name"
              label={t.name}
              hint={t.nameHint}
              error={errors.of('name')}
              value={name}
              maxLength={LONGEST_NAME}
              optional
            />
          </PasskeyForm>
          <noscript>
            <p class="hint">{t.needsScript}</p>
          </noscript>
        </>
      ) : (
        <Notice tone="info" title={t.unavailable}>
          <p>{t.unavailableText}</p>
          {elsewhere && (
            <p>
              <a href={elsewhere}>{t.tryLocalhost}</a>
            </p>
          )}
        </Notice>
      )}
    </Card>
  );
}
