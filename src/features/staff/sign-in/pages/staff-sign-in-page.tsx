import type { StaffRole } from '../../../../domain/staff-roles.ts';
import {
  Actions,
  Button,
  Card,
  EmailField,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  PasswordField,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import { type Onward, OnwardFields } from '../../../sign-in/index.ts';
import { STAFF_SIGN_IN } from '../../paths.ts';
import { words } from '../../words.ts';

export interface StaffSignInPageProps {
  frame: Frame;
  email: string;
  onward: Onward;
  errors: FormErrors;
  notice?: keyof typeof words.de.notices | undefined;
  /** The logins of the demo; undefined where there is none. */
  demo?: { readonly password: string; readonly logins: readonly DemoLogin[] } | undefined;
}

export interface DemoLogin {
  readonly email: string;
  readonly role: StaffRole;
}

/** E-mail and password of staff. */
export function StaffSignInPage({ frame, email, onward, errors, notice, demo }: StaffSignInPageProps) {
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
        <Form frame={frame} action={STAFF_SIGN_IN.signIn}>
          <OnwardFields onward={onward} />
          <EmailField
            name="email"
            label={t.email}
            error={errors.of('email')}
            value={email}
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
            <a href="/">{t.toPortal}</a>
          </Actions>
        </Form>
      </Card>
      <p class="hint">{t.forgotten}</p>
      {demo && <DemoStaff frame={frame} {...demo} />}
    </Layout>
  );
}

function DemoStaff({
  frame,
  password,
  logins,
}: { frame: Frame } & NonNullable<StaffSignInPageProps['demo']>) {
  const t = words[frame.language];
  return (
    <Notice tone="info" title={t.demo.title}>
      <p>
        {t.demo.logins} <b>{password}</b>
      </p>
      <ul>
        {logins.map(({ email, role }) => (
          <li key={email}>
            <b>{email}</b> ({t.roles[role].name})
          </li>
        ))}
      </ul>
    </Notice>
  );
}
