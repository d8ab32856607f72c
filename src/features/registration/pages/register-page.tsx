import {
  Actions,
  Button,
  Card,
  DescriptionList,
  EmailField,
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
import { REGISTER, SHORTEST_PASSWORD, SIGN_IN } from '../../sign-in/index.ts';
import { words } from '../words.ts';

export interface RegisterPageProps {
  frame: Frame;
  /** What was typed; the password is never filled in again. */
  values: {
    readonly customerNumber: string;
    readonly email: string;
    readonly name: string;
    readonly activationCode: string;
  };
  errors: FormErrors;
  /** What to type to try it in the demo. */
  demo: { readonly contact: string; readonly code: string } | undefined;
}

/** Customer number, e-mail, name, password, and a code for whoever has one. */
export function RegisterPage({ frame, values, errors, demo }: RegisterPageProps) {
  const t = words[frame.language].register;
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={t.lead} back={{ href: SIGN_IN, text: t.back }} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <Form frame={frame} action={REGISTER}>
          <TextField
            name="customerNumber"
            label={t.customerNumber}
            hint={t.customerNumberHint}
            error={errors.of('customerNumber')}
            value={values.customerNumber}
            autocomplete="off"
            spellcheck={false}
            width="short"
          />
          <TextField
            name="name"
            label={t.name}
            error={errors.of('name')}
            value={values.name}
            autocomplete="name"
            spellcheck={false}
          />
          <EmailField
            name="email"
            label={t.email}
            hint={t.emailHint}
            error={errors.of('email')}
            value={values.email}
            autocomplete="username"
          />
          <PasswordField
            name="password"
            label={t.password}
            hint={t.passwordHint}
            error={errors.of('password')}
            autocomplete="new-password"
            shortest={SHORTEST_PASSWORD}
          />
          <TextField
            name="activationCode"
            label={t.activationCode}
            hint={t.activationCodeHint}
            error={errors.of('activationCode')}
            value={values.activationCode}
            autocomplete="off"
            spellcheck={false}
            width="short"
            optional
          />
          <p class="hint">{t.colleagues}</p>
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </Card>
      {demo && <DemoHelp frame={frame} demo={demo} />}
    </Layout>
  );
}

function DemoHelp({ frame, demo }: { frame: Frame; demo: NonNullable<RegisterPageProps['demo']> }) {
  const t = words[frame.language].demo;
  return (
    <Notice tone="info" title={t.title}>
      <p>{t.text}</p>
      <DescriptionList
        frame={frame}
        items={[
          { term: t.contact, value: <code>{demo.contact}</code> },
          { term: t.code, value: <code>{demo.code}</code> },
        ]}
      />
    </Notice>
  );
}
