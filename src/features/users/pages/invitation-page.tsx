import {
  Actions,
  Button,
  ButtonLink,
  Card,
  type DescriptionItem,
  DescriptionList,
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
import { SHORTEST_PASSWORD, SIGN_IN } from '../../sign-in/index.ts';
import { words } from '../words.ts';

export interface InvitationPageProps {
  frame: Frame;
  /** Address of this page. */
  action: string;
  customer: string;
  items: readonly DescriptionItem[];
  /** Who opens it: somebody without an account, with one, or signed in to it. */
  who: 'new' | 'known' | 'signed-in';
  name: string;
  errors: FormErrors;
}

/** What the link in an invitation opens. Opening alone changes nothing: mail programs open links by themselves. */
export function InvitationPage({ frame, action, customer, items, who, name, errors }: InvitationPageProps) {
  const t = words[frame.language].invitation;
  const title = t.title({ customer });
  return (
    <Layout frame={frame} title={title} width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={title} lead={t.lead({ customer })} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <DescriptionList frame={frame} items={items} />
        <Form frame={frame} action={action}>
          {who === 'new' && (
            <>
              <TextField
                name="name"
                label={t.name}
                error={errors.of('name')}
                value={name}
                autocomplete="name"
                spellcheck={false}
              />
              <PasswordField
                name="password"
                label={t.password}
                hint={t.passwordHint}
                error={errors.of('password')}
                autocomplete="new-password"
                shortest={SHORTEST_PASSWORD}
              />
            </>
          )}
          {who === 'known' && (
            <PasswordField
              name="password"
              label={t.ownPassword}
              hint={t.ownPasswordHint}
              error={errors.of('password')}
              autocomplete="current-password"
            />
          )}
          {who === 'signed-in' && <p>{t.signedIn}</p>}
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}

/** After it was accepted. */
export function InvitationAcceptedPage({ frame, number }: { frame: Frame; number: string | undefined }) {
  const t = words[frame.language].invitation;
  return (
    <Layout frame={frame} title={t.accepted} width="narrow">
      <PageHeading title={t.accepted} />
      <Notice tone="ok" live>
        <p>{number ? t.acceptedText({ number }) : t.acceptedTextUnknown}</p>
      </Notice>
      <p>
        <ButtonLink href={SIGN_IN} kind="primary">
          {t.signIn}
        </ButtonLink>
      </p>
    </Layout>
  );
}
