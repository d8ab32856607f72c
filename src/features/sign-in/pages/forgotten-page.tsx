import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmailField,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { FORGOTTEN, SIGN_IN } from '../paths.ts';
import { words } from '../words.ts';

export interface ForgottenPageProps {
  frame: Frame;
  email: string;
  errors: FormErrors;
}

/** Asks for the e-mail that the one-time password goes to. */
export function ForgottenPage({ frame, email, errors }: ForgottenPageProps) {
  const t = words[frame.language].forgotten;
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={t.lead} back={{ href: SIGN_IN, text: t.back }} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <Form frame={frame} action={FORGOTTEN}>
          <EmailField
            name="email"
            label={words[frame.language].signIn.email}
            error={errors.of('email')}
            value={email}
          />
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}

/** The answer to every request, whether the address is known or not. */
export function RequestedPage({ frame }: { frame: Frame }) {
  const t = words[frame.language].forgotten;
  return (
    <Layout frame={frame} title={t.doneTitle} width="narrow">
      <PageHeading title={t.doneTitle} />
      <Notice tone="info" live>
        <p>{t.done}</p>
        <p>{t.doneHelp({ phone: frame.carrier.phone })}</p>
      </Notice>
      <p>
        <ButtonLink href={SIGN_IN}>{t.back}</ButtonLink>
      </p>
    </Layout>
  );
}
