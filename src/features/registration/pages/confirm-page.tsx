import {
  Actions,
  Button,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  PageHeading,
  PasswordField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { words } from '../words.ts';

export interface ConfirmPageProps {
  frame: Frame;
  /** Address of this page. */
  action: string;
  firm: { readonly name: string; readonly number: string };
  email: string;
  /** Has an access for another customer number, with a password of its own. */
  hasAccount: boolean;
  errors: FormErrors;
}

/** What a confirmation link opens. Opening alone changes nothing: mail programs open links by themselves. */
export function ConfirmPage({ frame, action, firm, email, hasAccount, errors }: ConfirmPageProps) {
  const t = words[frame.language].confirm;
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={t.lead({ customer: firm.name, number: firm.number })} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <DescriptionList frame={frame} items={[{ term: t.email, value: email }]} />
        <Form frame={frame} action={action}>
          <PasswordField
            name="password"
            label={hasAccount ? t.ownPassword : t.newPassword}
            hint={hasAccount ? t.ownPasswordHint : undefined}
            error={errors.of('password')}
            autocomplete="current-password"
          />
          <p class="hint">{hasAccount ? t.forgottenOwn : t.forgotten}</p>
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}
