import type { ComponentChildren } from 'preact';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  PasswordField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { CodeField } from '../../second-factor/index.ts';
import { type Onward, OnwardFields } from '../../sign-in/index.ts';
import { words } from '../words.ts';

export interface ConfirmationFormProps {
  frame: Frame;
  action: string;
  /** Where whoever does not want to goes instead. */
  cancelHref: string;
  /** Whose password is asked for, where a password manager has to know. */
  email?: string | undefined;
  /** The field for a code, where one is due. */
  code?: { readonly label: string; readonly hint: string | undefined } | undefined;
  onward: Onward;
  /** What became of the form that was on its way, if there was one. */
  form?: 'kept' | 'lost' | undefined;
  errors: FormErrors;
  /** Stands above the form. */
  notice?: ComponentChildren;
  /** Another way to prove it, below the form. */
  children?: ComponentChildren;
}

/** The page that asks once more who it is: customers' people and staff. */
export function ConfirmationForm(props: ConfirmationFormProps) {
  const { frame, action, email, code, onward, form, errors } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={t.lead} />
      <ErrorSummary frame={frame} errors={errors} />
      {form && (
        <Notice tone={form === 'kept' ? 'info' : 'warn'}>
          <p>{t[form]}</p>
        </Notice>
      )}
      {props.notice}
      <Card>
        <Form frame={frame} action={action}>
          <OnwardFields onward={onward} />
          {email && (
            <input type="text" name="username" value={email} autocomplete="username" readOnly hidden />
          )}
          <PasswordField
            name="password"
            label={t.password}
            error={errors.of('password')}
            autocomplete="current-password"
          />
          {code && <CodeField label={code.label} hint={code.hint} errors={errors} />}
          <Actions>
            <Button>{t.submit}</Button>
            <ButtonLink kind="quiet" href={props.cancelHref}>
              {t.cancel}
            </ButtonLink>
          </Actions>
        </Form>
        {props.children}
      </Card>
    </Layout>
  );
}
