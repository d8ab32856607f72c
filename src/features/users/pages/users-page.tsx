import { Fragment } from 'preact';
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  DataTable,
  Form,
  type Frame,
  Icon,
  Notice,
  SaveAs,
} from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import type { RowAction, UserRow, WaitingView } from '../list-view.ts';
import { EXPORT, INVITE, USERS } from '../paths.ts';
import { type Done, words } from '../words.ts';

export interface UsersPageProps {
  frame: Frame;
  rows: readonly UserRow[];
  waiting: readonly WaitingView[];
  mayInvite: boolean;
  /** Administrators see when people were here last, and take the list along. */
  isAdmin: boolean;
  done: Done | undefined;
}

/** Who acts for the firm, who is invited, who asks. */
export function UsersPage({ frame, rows, waiting, mayInvite, isAdmin, done }: UsersPageProps) {
  const t = words[frame.language].list;
  return (
    <AccountLayout frame={frame} title={t.title} tab={USERS}>
      {done && (
        <Notice tone="ok" live>
          <p>{t.notices[done]}</p>
        </Notice>
      )}
      {waiting.length > 0 && <Waiting frame={frame} waiting={waiting} />}
      <Card
        title={t.title}
        action={
          mayInvite && (
            <ButtonLink href={INVITE} kind="primary">
              {t.invite}
            </ButtonLink>
          )
        }
      >
        <DataTable
          caption={t.caption}
          rows={rows}
          columns={[
            { header: t.person, cell: (row) => <Name row={row} />, rowHeader: true },
            { header: t.rights, cell: ({ rights }) => <Rights rights={rights} /> },
            ...(isAdmin
              ? [{ header: t.lastSignIn, cell: ({ lastSignIn }: UserRow) => lastSignIn ?? NOTHING }]
              : []),
            { header: t.state, cell: ({ state }) => <State state={state} />, onPhone: 'corner' },
            { header: t.actions, cell: (row) => <RowActions frame={frame} row={row} /> },
          ]}
        />
        {isAdmin && <SaveAs label={t.export} href={(format) => `${EXPORT}.${format}`} />}
      </Card>
    </AccountLayout>
  );
}

function Waiting({ frame, waiting }: { frame: Frame; waiting: readonly WaitingView[] }) {
  return (
    <Notice tone="warn" title={words[frame.language].requests.title}>
      <ul>
        {waiting.map(({ href, text, since }) => (
          <li key={href}>
            <a href={href}>{text}</a> ({since})
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Name({ row }: { row: UserRow }) {
  return (
    <span>
      {row.name}
      {row.email !== row.name && <span class="remark">{row.email}</span>}
      {row.remarks.length > 0 && <span class="remark">{row.remarks.join(', ')}</span>}
    </span>
  );
}

/** On a phone the name of an empty cell would stand alone. */
const NOTHING = '–';

function Rights({ rights }: { rights: readonly string[] }) {
  if (rights.length === 0) return <>{NOTHING}</>;
  return (
    <ul>
      {rights.map((right) => (
        <li key={right}>{right}</li>
      ))}
    </ul>
  );
}

function State({ state }: { state: UserRow['state'] }) {
  return (
    <span>
      <Badge tone={state.tone}>{state.text}</Badge>
      {state.detail && <span class="remark">{state.detail}</span>}
    </span>
  );
}

function RowActions({ frame, row }: { frame: Frame; row: UserRow }) {
  return (
    <div class="row-actions">
      {row.actions.map((action) => (
        <Fragment key={action.kind}>
          <ActionOf frame={frame} action={action} about={row.name} />
        </Fragment>
      ))}
    </div>
  );
}

function ActionOf({ frame, action, about }: { frame: Frame; action: RowAction; about: string }) {
  const t = words[frame.language].list;
  switch (action.kind) {
    case 'change':
    case 'answer':
      return (
        <ButtonLink href={action.href} kind="quiet" about={about}>
          {t[action.kind]}
        </ButtonLink>
      );
    case 'delete':
      return (
        <ButtonLink href={action.href} kind="quiet">
          <Icon name="bin" />
          <span class="sr">
            {about} {t.delete}
          </span>
        </ButtonLink>
      );
    case 'deletion-asked':
      return <span class="remark">{t.deletionAsked}</span>;
    default: {
      const text = { renew: t.renew, withdraw: t.withdraw, 'ask-deletion': t.askDeletion }[action.kind];
      return (
        <Form frame={frame} action={action.action} plain>
          <Button kind="quiet" about={about}>
            {text}
          </Button>
        </Form>
      );
    }
  }
}
