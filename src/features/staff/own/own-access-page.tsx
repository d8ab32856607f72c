import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  PasswordField,
  Stack,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { NewPasswordFields } from '../../sign-in/index.ts';
import { OWN_ACCESS, OWN_APP, OWN_CODES } from '../paths.ts';
import { words } from '../words.ts';

/** What somebody changes about their own sign-in. */
export function OwnAccessPage(props: {
  frame: Frame;
  errors: FormErrors;
  /** When the app was set up. */
  appSince: string | undefined;
  codes: { readonly all: number; readonly left: number };
  isExchanged: boolean;
}) {
  const { frame, errors, appSince, codes, isExchanged } = props;
  const t = words[frame.language].own;
  return (
    <Layout frame={frame} title={t.title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} {...(frame.staff ? { lead: frame.staff.name } : {})} />
      <ErrorSummary frame={frame} errors={errors} />
      {isExchanged && (
        <Notice tone="ok" live>
          <p>{t.exchanged}</p>
        </Notice>
      )}
      <Stack>
        <Card title={t.passwordTitle}>
          <Form frame={frame} action={OWN_ACCESS}>
            <PasswordField
              name="current"
              label={t.current}
              error={errors.of('current')}
              autocomplete="current-password"
            />
            <NewPasswordFields labels={t} errors={errors} />
            <Actions>
              <Button>{t.submit}</Button>
            </Actions>
          </Form>
        </Card>
        <Card title={t.factorTitle}>
          <DescriptionList
            frame={frame}
            items={[
              ...(appSince ? [{ term: t.appSince, value: appSince }] : []),
              { term: t.codesLeft, value: t.codes(codes) },
            ]}
          />
          <Actions>
            <ButtonLink href={OWN_APP}>{t.exchange}</ButtonLink>
          </Actions>
          <Form frame={frame} action={OWN_CODES} plain>
            <Button kind="secondary">{t.renew}</Button>
            <p class="hint">{t.renewHint}</p>
          </Form>
        </Card>
      </Stack>
    </Layout>
  );
}
