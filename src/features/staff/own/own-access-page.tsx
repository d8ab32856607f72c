import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  PageHeading,
  PasswordField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { SHORTEST_PASSWORD } from '../../sign-in/index.ts';
import { OWN_ACCESS } from '../paths.ts';
import { words } from '../words.ts';

/** What somebody changes about their own sign-in. */
export function OwnAccessPage({ frame, errors }: { frame: Frame; errors: FormErrors }) {
  const t = words[frame.language].own;
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} {...(frame.staff ? { lead: frame.staff.name } : {})} />
      <ErrorSummary
        frame={frame}
        errors={errors.summary}
        {...(errors.title ? { title: errors.title } : {})}
      />
      <Card title={t.passwordTitle}>
        <Form frame={frame} action={OWN_ACCESS}>
          <PasswordField
            name="current"
            label={t.current}
            error={errors.of('current')}
            autocomplete="current-password"
          />
          <PasswordField
            name="password"
            label={t.next}
            hint={t.hint}
            error={errors.of('password')}
            autocomplete="new-password"
            shortest={SHORTEST_PASSWORD}
          />
          <PasswordField
            name="repeat"
            label={t.repeat}
            error={errors.of('repeat')}
            autocomplete="new-password"
          />
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}
