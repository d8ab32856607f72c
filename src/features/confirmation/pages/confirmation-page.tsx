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
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { PasskeyForm, passkeyWords } from '../../passkeys/index.ts';
import { type Onward, OnwardFields } from '../../sign-in/index.ts';
import type { Needs } from '../needs.ts';
import { PASSKEY_PATH, PATH } from '../paths.ts';
import { words } from '../words.ts';

export interface ConfirmationPageProps {
  frame: Frame;
  needs: Needs;
  /** Whose password is asked for. */
  email: string;
  takesPasskey: boolean;
  onward: Onward;
  /** What became of the form that was on its way, if there was one. */
  form?: 'kept' | 'lost' | undefined;
  errors: FormErrors;
}

/** Asks once more who it is. */
export function ConfirmationPage(props: ConfirmationPageProps) {
  const { frame, needs, email, takesPasskey, onward, form, errors } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={t.lead} />
      <ErrorSummary
        frame={frame}
        errors={errors.summary}
        {...(errors.title ? { title: errors.title } : {})}
      />
      {form && (
        <Notice tone={form === 'kept' ? 'info' : 'warn'}>
          <p>{t[form]}</p>
        </Notice>
      )}
      <Card>
        <Form frame={frame} action={PATH}>
          <OnwardFields onward={onward} />
          <input type="text" name="username" value={email} autocomplete="username" readOnly hidden />
          <PasswordField
            name="password"
            label={t.password}
            error={errors.of('password')}
            autocomplete="current-password"
          />
          {needs.code && (
            <TextField
              name="otp"
              label={needs.hasTotp ? t.code : t.recovery}
              hint={needs.hasTotp ? t.codeHint : undefined}
              error={errors.of('otp')}
              autocomplete="one-time-code"
              spellcheck={false}
              width="short"
            />
          )}
          <Actions>
            <Button>{t.submit}</Button>
            <ButtonLink kind="quiet" href="/">
              {t.cancel}
            </ButtonLink>
          </Actions>
        </Form>
        {takesPasskey && (
          <PasskeyForm
            frame={frame}
            kind="get"
            action={PASSKEY_PATH}
            text={passkeyWords[frame.language].useForStep}
          >
            <OnwardFields onward={onward} />
          </PasskeyForm>
        )}
      </Card>
    </Layout>
  );
}
