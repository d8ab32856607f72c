import {
  Actions,
  Button,
  Card,
  EmailField,
  ErrorSummary,
  Form,
  type Frame,
  fieldId,
  Layout,
  Notice,
  PageHeading,
  PasswordField,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { PasskeyForm, passkeyWords } from '../../passkeys/index.ts';
import type { Onward } from '../onward.ts';
import { FORGOTTEN, PASSKEY, REGISTER, SIGN_IN } from '../paths.ts';
import { words } from '../words.ts';
import { DemoLogins } from './demo-logins.tsx';
import { OnwardFields } from './onward-fields.tsx';

/** Why the form is shown, when it was not asked for by itself. */
export type SignInNotice = keyof typeof words.de.notices;

export interface SignInPageProps {
  frame: Frame;
  /** What was typed; the password is never filled in again. */
  values: { readonly customerNumber: string; readonly email: string };
  onward: Onward;
  errors: FormErrors;
  notice?: SignInNotice | undefined;
  /** Browsers know passkeys under this address. */
  takesPasskey: boolean;
  /** Shows the logins of the demo. */
  demoPassword: string | undefined;
}

/** Customer number, e-mail, password. */
export function SignInPage(props: SignInPageProps) {
  const { frame, values, onward, errors, notice, takesPasskey, demoPassword } = props;
  const t = words[frame.language].signIn;
  const said = notice && words[frame.language].notices[notice];
  const failed = errors.summary.length > 0;
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={failed}>
      <PageHeading title={t.title} lead={t.lead} />
      <ErrorSummary frame={frame} errors={errors} />
      {said && !failed && (
        <Notice tone={notice === 'signed-out' ? 'ok' : 'info'} title={said.title} live>
          <p>{said.text}</p>
        </Notice>
      )}
      <Card>
        <Form frame={frame} action={SIGN_IN}>
          <OnwardFields onward={onward} />
          <TextField
            name="customerNumber"
            label={t.customerNumber}
            hint={t.customerNumberHint}
            error={errors.of('customerNumber')}
            value={values.customerNumber}
            autocomplete="on"
            spellcheck={false}
            width="short"
          />
          <EmailField
            name="email"
            label={t.email}
            error={errors.of('email')}
            value={values.email}
            autocomplete="username"
          />
          <PasswordField
            name="password"
            label={t.password}
            hint={t.passwordHint}
            error={errors.of('password')}
            autocomplete="current-password"
          />
          <Actions>
            <Button>{t.submit}</Button>
            <a href={FORGOTTEN}>{t.forgotten}</a>
          </Actions>
        </Form>
        {takesPasskey && (
          <PasskeyForm
            frame={frame}
            kind="get"
            action={PASSKEY}
            text={passkeyWords[frame.language].signIn}
            copied={{ customerNumber: fieldId('customerNumber') }}
          >
            <OnwardFields onward={onward} />
          </PasskeyForm>
        )}
      </Card>
      <p>
        {t.noAccess} <a href={REGISTER}>{t.register}</a>
      </p>
      {demoPassword && <DemoLogins frame={frame} password={demoPassword} />}
    </Layout>
  );
}
