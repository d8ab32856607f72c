import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  Form,
  type Frame,
  Notice,
  PasswordField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { NewPasswordFields } from '../../sign-in/index.ts';
import { PATH } from '../path.ts';
import { words } from '../words.ts';

export interface PasswordPageProps {
  frame: Frame;
  errors: FormErrors;
  /** It has just been changed. */
  isDone?: boolean;
}

/** The old password, and twice the new one. */
export function PasswordPage({ frame, errors, isDone }: PasswordPageProps) {
  const t = words[frame.language];
  return (
    <AccountLayout frame={frame} title={t.title} tab={PATH} failed={errors.summary.length > 0}>
      <ErrorSummary frame={frame} errors={errors} />
      {isDone && (
        <Notice tone="ok" title={t.done} live>
          <p>{t.doneText}</p>
        </Notice>
      )}
      <Card title={t.title}>
        <Form frame={frame} action={PATH}>
          <input
            type="text"
            name="username"
            value={frame.viewer?.email}
            autocomplete="username"
            readOnly
            hidden
          />
          <PasswordField
            name="oldPassword"
            label={t.old}
            error={errors.of('oldPassword')}
            autocomplete="current-password"
          />
          <NewPasswordFields labels={t} errors={errors} />
          <p class="hint">{frame.viewer?.hasOtherCustomers ? `${t.firms} ${t.note}` : t.note}</p>
          <Actions>
            <Button>{t.submit}</Button>
            <a href="/passwort-vergessen">{t.forgotten}</a>
          </Actions>
        </Form>
      </Card>
    </AccountLayout>
  );
}
