import { EmailField, FieldRow, Form, type Frame, Hidden, TextField } from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import type { ConflictView } from '../../conflict.ts';
import { ConflictNotice } from '../../pages/conflict-notice.tsx';
import { SaveActions } from '../../pages/save-actions.tsx';
import type { ContactValues } from '../schemas.ts';
import { CONTACTS } from '../view.ts';
import { words } from '../words.ts';

export interface ContactFormProps {
  frame: Frame;
  action: string;
  typed: ContactValues;
  errors: FormErrors;
  /** The key of the form of a new contact. */
  idempotencyKey?: string | undefined;
  /** Of the stored contact that is changed. */
  version?: number | undefined;
  conflict?: ConflictView | undefined;
}

export function ContactForm(props: ContactFormProps) {
  const { frame, typed, errors, conflict, version } = props;
  const t = words[frame.language];
  const field = (name: keyof ContactValues) => ({
    name,
    label: t.fields[name],
    value: typed[name],
    error: errors.of(name),
  });
  return (
    <Form frame={frame} action={props.action} idempotencyKey={props.idempotencyKey}>
      <ConflictNotice frame={frame} conflict={conflict} />
      {version !== undefined && <Hidden name="version" value={version} />}
      <TextField {...field('name')} maxLength={200} autocomplete="off" />
      <TextField {...field('role')} maxLength={100} hint={t.roleHint} optional />
      <FieldRow>
        <TextField {...field('phone')} maxLength={60} inputMode="tel" autocomplete="off" optional />
        <EmailField {...field('email')} autocomplete="off" optional />
      </FieldRow>
      <SaveActions frame={frame} backHref={CONTACTS} conflict={conflict} />
    </Form>
  );
}
