import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Notice,
  Split,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { deleteHref, memberHref, USERS } from '../paths.ts';
import type { RightsView } from '../rights-form.ts';
import { words } from '../words.ts';
import { RightsFields } from './rights-fields.tsx';

export interface MemberPageProps {
  frame: Frame;
  member: {
    readonly personId: number;
    readonly name: string;
    readonly email: string;
    readonly isActive: boolean;
    readonly isMainContact: boolean;
    readonly needsApproval: boolean;
    readonly lastSignIn: string;
  };
  rights: RightsView;
  /** What the form shows, for the program to see whether it is still so. */
  seen: string;
  isSelf: boolean;
  isLastAdmin: boolean;
  errors: FormErrors;
}

/** One member: rights, access, main contact. */
export function MemberPage(props: MemberPageProps) {
  const { frame, member, rights, seen, isSelf, isLastAdmin, errors } = props;
  const t = words[frame.language].edit;
  const title = t.title(member);
  return (
    <AccountLayout frame={frame} title={title} tab={USERS} failed={errors.summary.length > 0}>
      <ErrorSummary frame={frame} errors={errors} />
      {isSelf && !isLastAdmin && (
        <Notice tone="warn">
          <p>{t.isYou}</p>
        </Notice>
      )}
      <Split>
        <Card title={title}>
          {isLastAdmin ? (
            <>
              <p>{t.isLastAdmin}</p>
              <ButtonLink href={USERS}>{t.back}</ButtonLink>
            </>
          ) : (
            <Form frame={frame} action={`${memberHref(member.personId)}/rechte`}>
              <Hidden name="seen" value={seen} />
              <RightsFields frame={frame} view={rights} />
              <Actions>
                <Button>{t.submit}</Button>
                <ButtonLink href={USERS}>{t.back}</ButtonLink>
              </Actions>
            </Form>
          )}
        </Card>
        <AccessCard {...props} />
      </Split>
    </AccountLayout>
  );
}

function AccessCard({ frame, member, isLastAdmin }: MemberPageProps) {
  const t = words[frame.language].edit;
  const states = words[frame.language].states;
  const href = memberHref(member.personId);
  const post = (path: string, button: string, hint: string) => (
    <Form frame={frame} action={`${href}/${path}`} plain>
      <Button kind="secondary" about={member.name}>
        {button}
      </Button>
      <p class="hint">{hint}</p>
    </Form>
  );
  return (
    <Card title={t.access}>
      <DescriptionList
        frame={frame}
        items={[
          { term: t.email, value: member.email },
          {
            term: t.state,
            value: (
              <Badge tone={member.isActive ? 'ok' : 'neutral'}>
                {member.isActive ? states.active : states.deactivated}
              </Badge>
            ),
          },
          { term: t.lastSignIn, value: member.lastSignIn },
        ]}
      />
      {!member.isActive && post('aktivieren', t.reactivate, t.reactivateHint)}
      {member.isActive && !isLastAdmin && post('deaktivieren', t.deactivate, t.deactivateHint)}
      {member.isMainContact && <p class="hint">{t.isMainContact}</p>}
      {member.isActive &&
        !member.isMainContact &&
        post('hauptkontakt', t.makeMainContact, t.makeMainContactHint)}
      {member.isActive &&
        (member.needsApproval
          ? post('freigabe-entfaellt', t.unwatch, t.unwatchHint)
          : post('freigabe-noetig', t.watch, t.watchHint))}
      {!isLastAdmin && (
        <p>
          <ButtonLink href={deleteHref(member.personId)} kind="danger" about={member.name}>
            {t.delete}
          </ButtonLink>
        </p>
      )}
    </Card>
  );
}
