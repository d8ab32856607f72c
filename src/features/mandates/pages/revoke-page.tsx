import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  Stack,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { MANDATE_PATH } from '../paths.ts';
import type { MandateView } from '../view.ts';
import { words } from '../words.ts';
import { MaskedIban } from './masked-iban.tsx';

export interface RevokePageProps {
  frame: Frame;
  mandate: MandateView;
  errors: FormErrors;
}

/** Asks before the mandate ends, because that cannot be undone. */
export function RevokePage({ frame, mandate, errors }: RevokePageProps) {
  const t = words[frame.language];
  const failed = errors.summary.length > 0;
  return (
    <AccountLayout frame={frame} title={t.revoke.title} tab={MANDATE_PATH} failed={failed}>
      <Stack>
        <ErrorSummary frame={frame} errors={errors} />
        <Card title={t.revoke.title}>
          <DescriptionList
            frame={frame}
            items={[
              { term: t.overview.reference, value: mandate.reference },
              { term: t.overview.iban, value: <MaskedIban iban={mandate.iban} /> },
              { term: t.overview.holder, value: mandate.holder },
            ]}
          />
          {failed ? (
            <ButtonLink href={MANDATE_PATH}>{t.title}</ButtonLink>
          ) : (
            <Form frame={frame} action={mandate.revokeHref}>
              <p>
                <b>{t.revoke.question({ reference: mandate.reference })}</b> {t.revoke.consequence}
              </p>
              <Actions>
                <Button kind="danger">{t.revoke.yes}</Button>
                <ButtonLink href={MANDATE_PATH}>{t.revoke.no}</ButtonLink>
              </Actions>
            </Form>
          )}
        </Card>
      </Stack>
    </AccountLayout>
  );
}
