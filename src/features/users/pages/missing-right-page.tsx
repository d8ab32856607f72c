import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import { ASK_FOR_RIGHT } from '../paths.ts';
import { words } from '../words.ts';

export interface MissingRightPageProps {
  frame: Frame;
  /** Undefined: only administrators may do it, and that is not asked for here. */
  right: { readonly code: string; readonly name: string } | undefined;
  admins: readonly { readonly name: string; readonly email: string }[];
  /** Since when the reader waits for an answer, if they have asked. */
  askedAt: string | undefined;
}

/** Not a dead end: what is missing, who can give it, and a button to ask for it. */
export function MissingRightPage({ frame, right, admins, askedAt }: MissingRightPageProps) {
  const t = words[frame.language].missing;
  return (
    <Layout frame={frame} title={t.title} width="narrow">
      <PageHeading title={t.title} lead={right ? t.right({ right: right.name }) : t.admin} />
      <Card>
        {admins.length > 0 ? (
          <>
            <h2>{t.admins}</h2>
            <ul class="shelf">
              {admins.map(({ name, email }) => (
                <li key={email}>
                  {name}
                  <br />
                  <a href={mailto(email)}>{email}</a>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t.noAdmins({ carrier: frame.carrier.name, phone: frame.carrier.phone })}</p>
        )}
        {right && askedAt && (
          <Notice tone="info">
            <p>{t.asked({ at: askedAt })}</p>
          </Notice>
        )}
        {right && !askedAt && admins.length > 0 && (
          <Form frame={frame} action={ASK_FOR_RIGHT}>
            <Hidden name="right" value={right.code} />
            <p class="hint">{t.askHint}</p>
            <Actions>
              <Button>{t.ask}</Button>
              <ButtonLink href="/">{t.toOverview}</ButtonLink>
            </Actions>
          </Form>
        )}
        {!(right && !askedAt && admins.length > 0) && <ButtonLink href="/">{t.toOverview}</ButtonLink>}
      </Card>
    </Layout>
  );
}

/** After a right was asked for. */
export function RightAskedPage({ frame }: { frame: Frame }) {
  const t = words[frame.language].missing;
  return (
    <Layout frame={frame} title={t.sent} width="narrow">
      <PageHeading title={t.sent} />
      <Notice tone="ok" live>
        <p>{t.sentText}</p>
      </Notice>
      <p>
        <ButtonLink href="/">{t.toOverview}</ButtonLink>
      </p>
    </Layout>
  );
}

/** An address may hold what would begin a subject or a copy. */
const mailto = (email: string) => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;
