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
import { confirmationWords } from '../../confirmation/index.ts';
import { type Onward, OnwardFields } from '../../sign-in/index.ts';
import { DESK, STAFF_CONFIRM } from '../paths.ts';
import { type DemoCode, DemoCodeNotice } from '../sign-in/pages/staff-step-pages.tsx';

export interface StaffConfirmPageProps {
  frame: Frame;
  onward: Onward;
  /** What became of the form that was on its way, if there was one. */
  form?: 'kept' | 'lost' | undefined;
  errors: FormErrors;
  demo: DemoCode;
}

/** Asks staff once more who they are. */
export function StaffConfirmPage({ frame, onward, form, errors, demo }: StaffConfirmPageProps) {
  const t = confirmationWords[frame.language];
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
      {demo && <DemoCodeNotice frame={frame} code={demo.code} />}
      <Card>
        <Form frame={frame} action={STAFF_CONFIRM}>
          <OnwardFields onward={onward} />
          <PasswordField
            name="password"
            label={t.password}
            error={errors.of('password')}
            autocomplete="current-password"
          />
          <TextField
            name="otp"
            label={t.code}
            hint={t.codeHint}
            error={errors.of('otp')}
            autocomplete="one-time-code"
            spellcheck={false}
            width="short"
          />
          <Actions>
            <Button>{t.submit}</Button>
            <ButtonLink kind="quiet" href={DESK}>
              {t.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}
