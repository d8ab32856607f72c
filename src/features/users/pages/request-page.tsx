import {
  Actions,
  Button,
  ButtonLink,
  Card,
  type DescriptionItem,
  DescriptionList,
  Form,
  type Frame,
  Notice,
} from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { memberRequestHref, USERS } from '../paths.ts';
import { words } from '../words.ts';

export interface RequestPageProps {
  frame: Frame;
  requestId: number;
  kind: 'right' | 'deletion';
  items: readonly DescriptionItem[];
  /** Why it cannot be granted, or answered at all. */
  obstacle: 'answered' | 'last-admin' | undefined;
}

/** What a member asks for, and the two answers. */
export function RequestPage({ frame, requestId, kind, items, obstacle }: RequestPageProps) {
  const t = words[frame.language].request;
  const href = memberRequestHref(requestId);
  return (
    <AccountLayout frame={frame} title={t.title} tab={USERS}>
      <Card title={t.title}>
        <DescriptionList frame={frame} items={items} />
        {kind === 'deletion' && <p>{t.deletion}</p>}
        {obstacle && (
          <Notice tone="info">
            <p>{obstacle === 'answered' ? t.answered : t.lastAdmin}</p>
          </Notice>
        )}
        {obstacle === 'answered' ? (
          <ButtonLink href={USERS}>{t.back}</ButtonLink>
        ) : (
          <Form frame={frame} action={`${href}/gewaehren`}>
            <Actions>
              {!obstacle && (
                <Button kind={kind === 'deletion' ? 'danger' : 'primary'}>
                  {kind === 'deletion' ? t.grantDeletion : t.grant}
                </Button>
              )}
              <Button kind="secondary" formAction={`${href}/ablehnen`}>
                {t.decline}
              </Button>
              <ButtonLink href={USERS} kind="quiet">
                {t.back}
              </ButtonLink>
            </Actions>
          </Form>
        )}
      </Card>
    </AccountLayout>
  );
}
