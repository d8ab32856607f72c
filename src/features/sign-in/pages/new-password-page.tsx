import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import type { Onward } from '../onward.ts';
import { NEW_PASSWORD, SIGN_OUT } from '../paths.ts';
import { words } from '../words.ts';
import { NewPasswordFields } from './new-password-fields.tsx';
import { OnwardFields } from './onward-fields.tsx';

export interface NewPasswordPageProps {
  frame: Frame;
  /** Whose password it will be. */
  login: { readonly email: string; readonly customerNumber: string };
  onward: Onward;
  errors: FormErrors;
}

/** The one page that a one-time password opens. */
export function NewPasswordPage({ frame, login, onward, errors }: NewPasswordPageProps) {
  const t = words[frame.language].newPassword;
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={t.lead(login)} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <Form frame={frame} action={NEW_PASSWORD}>
          <OnwardFields onward={onward} />
          <NewPasswordFields labels={t} errors={errors} />
          <p class="hint">{t.note}</p>
          <Actions>
            <Button>{t.submit}</Button>
            <Button kind="quiet" formAction={SIGN_OUT}>
              {t.cancel}
            </Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}
