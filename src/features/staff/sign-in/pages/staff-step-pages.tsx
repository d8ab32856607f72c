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
  Stack,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import { CodesCard } from '../../../recovery-codes/index.ts';
import { CodeField, SetUpCard, type SetUpView } from '../../../second-factor/index.ts';
import { NewPasswordFields, type Onward, OnwardFields } from '../../../sign-in/index.ts';
import { STAFF_SIGN_IN, STAFF_SIGN_OUT } from '../../paths.ts';
import { words } from '../../words.ts';

interface StepProps {
  frame: Frame;
  /** Who is signing in. */
  name: string;
  onward: Onward;
  errors: FormErrors;
}

/** The one page that a one-time password opens. */
export function StaffPasswordPage({ frame, name, onward, errors }: StepProps) {
  const t = words[frame.language].newPassword;
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={t.lead({ name })} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <Form frame={frame} action={STAFF_SIGN_IN.steps['new-password']}>
          <OnwardFields onward={onward} />
          <NewPasswordFields labels={t} errors={errors} />
          <Actions>
            <Button>{t.submit}</Button>
            <Button kind="quiet" formAction={STAFF_SIGN_OUT}>
              {t.cancel}
            </Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}

/** What the demo shows in place of the app that nobody has: its code, or that there is none at the moment. */
export type DemoCode = { readonly code: string | undefined } | undefined;

/** Asks for the code, after a right password. */
export function StaffStepPage({ frame, name, onward, errors, demo }: StepProps & { demo: DemoCode }) {
  const t = words[frame.language].step;
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={t.lead({ name })} />
      <ErrorSummary frame={frame} errors={errors} />
      {demo && <DemoCodeNotice frame={frame} code={demo.code} />}
      <Card>
        <Form frame={frame} action={STAFF_SIGN_IN.steps['second-factor']}>
          <OnwardFields onward={onward} />
          <CodeField label={t.code} hint={t.codeHint} errors={errors} />
          <Actions>
            <Button>{t.submit}</Button>
            <Button kind="quiet" formAction={STAFF_SIGN_OUT}>
              {words[frame.language].newPassword.cancel}
            </Button>
          </Actions>
        </Form>
      </Card>
      <p class="hint">{t.lost}</p>
    </Layout>
  );
}

/** Says the code of the demo in place of the app that nobody has. */
export function DemoCodeNotice({ frame, code }: { frame: Frame; code: string | undefined }) {
  const t = words[frame.language].demo;
  return (
    <Notice tone="info" title={t.title}>
      {code ? (
        <p>
          {t.code} <code>{code}</code>
        </p>
      ) : (
        <p>{t.wait}</p>
      )}
    </Notice>
  );
}

/** Sets the app up before anything else. */
export function StaffEnrolPage({ frame, onward, errors, view }: StepProps & { view: SetUpView }) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.enrol.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.enrol.title} lead={t.enrol.lead} />
      <ErrorSummary frame={frame} errors={errors} />
      <Stack>
        <SetUpCard frame={frame} view={view} action={STAFF_SIGN_IN.steps.enrol} errors={errors}>
          <OnwardFields onward={onward} />
        </SetUpCard>
        <Form frame={frame} action={STAFF_SIGN_OUT} plain>
          <Button kind="quiet">{t.newPassword.cancel}</Button>
        </Form>
      </Stack>
    </Layout>
  );
}

/** It is set up: shows the recovery codes once, and leads on. */
export function StaffEnrolledPage(props: {
  frame: Frame;
  codes: readonly string[];
  login: string;
  date: string;
  next: string;
}) {
  const { frame, codes, login, date, next } = props;
  const t = words[frame.language].enrol;
  return (
    <Layout frame={frame} title={t.done} width="narrow">
      <PageHeading title={t.done} />
      <CodesCard frame={frame} codes={codes} login={login} date={date}>
        <ButtonLink kind="primary" href={next}>
          {t.goOn}
        </ButtonLink>
      </CodesCard>
    </Layout>
  );
}
