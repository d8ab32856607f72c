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
import { type Onward, OnwardFields } from '../../sign-in/index.ts';
import { words } from '../words.ts';

export interface ConfirmationPageProps {
  frame: Frame;
  onward: Onward;
  /** What became of the form that was on its way, if there was one. */
  form?: 'kept' | 'lost' | undefined;
  errors: FormErrors;
}

/** Asks once more who it is. */
export function ConfirmationPage({ frame, onward, form, errors }: ConfirmationPageProps) {
  const t = words[frame.language];
  const failed = errors.summary.length > 0;
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={failed}>
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
        <Form frame={frame} action="/konto/bestaetigen">
          <OnwardFields onward={onward} />
          <PasswordField
            name="password"
            label={t.password}
            error={errors.of('password')}
            autocomplete="current-password"
          />
          <Actions>
            <Button>{t.submit}</Button>
            <ButtonLink kind="quiet" href="/">
              {t.cancel}
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}
