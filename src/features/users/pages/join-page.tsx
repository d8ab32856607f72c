import {
  Actions,
  Button,
  ButtonLink,
  Card,
  type DescriptionItem,
  DescriptionList,
  Form,
  type Frame,
} from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { joinRequestHref, USERS } from '../paths.ts';
import type { RightsView } from '../rights-form.ts';
import { words } from '../words.ts';
import { RightsFields } from './rights-fields.tsx';

export interface JoinPageProps {
  frame: Frame;
  requestId: number;
  items: readonly DescriptionItem[];
  rights: RightsView;
}

/** Somebody registered with the firm's number: may they join, and what may they do? */
export function JoinPage({ frame, requestId, items, rights }: JoinPageProps) {
  const t = words[frame.language].join;
  const href = joinRequestHref(requestId);
  return (
    <AccountLayout frame={frame} title={t.title} tab={USERS}>
      <Card title={t.title}>
        <p>{t.lead}</p>
        <DescriptionList frame={frame} items={items} />
        <Form frame={frame} action={`${href}/annehmen`}>
          <RightsFields frame={frame} view={rights} />
          <Actions>
            <Button>{t.accept}</Button>
            <Button kind="secondary" formAction={`${href}/ablehnen`}>
              {t.decline}
            </Button>
            <ButtonLink href={USERS} kind="quiet">
              {words[frame.language].request.back}
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
    </AccountLayout>
  );
}
