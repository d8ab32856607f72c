import { Actions, Button, ButtonLink, Card, Form, type Frame, Notice } from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { deleteHref, USERS } from '../paths.ts';
import { words } from '../words.ts';

export interface DeletePageProps {
  frame: Frame;
  member: { readonly personId: number; readonly name: string; readonly isMainContact: boolean };
  isSelf: boolean;
  /** Why it cannot be done now. */
  obstacle: 'last-admin' | 'admin-only' | undefined;
}

/** Asks before deleting, because it cannot be undone. */
export function DeletePage({ frame, member, isSelf, obstacle }: DeletePageProps) {
  const t = words[frame.language].remove;
  const title = isSelf ? t.titleOwn : t.title(member);
  return (
    <AccountLayout frame={frame} title={title} tab={USERS}>
      <Card title={title}>
        {obstacle ? (
          <>
            <Notice tone="warn">
              <p>{obstacle === 'last-admin' ? t.lastAdmin : t.onlyAdmins}</p>
            </Notice>
            <ButtonLink href={USERS}>{t.cancel}</ButtonLink>
          </>
        ) : (
          <Form frame={frame} action={deleteHref(member.personId)}>
            <p>
              <b>{t.lead}</b> {t.goes}
            </p>
            <p>{t.stays}</p>
            {member.isMainContact && <p>{t.mainContact}</p>}
            <Actions>
              <Button kind="danger">{t.submit}</Button>
              <ButtonLink href={USERS}>{t.cancel}</ButtonLink>
            </Actions>
          </Form>
        )}
      </Card>
    </AccountLayout>
  );
}
