import type { ComponentChildren } from 'preact';
import { knownRights, RIGHTS } from '../../../domain/rights.ts';
import {
  Actions,
  Button,
  Card,
  CheckboxField,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  PageHeading,
  Stack,
  TextAreaField,
} from '../../../ui/index.ts';
import { type FormErrors, rightName } from '../../../web/index.ts';
import { CUSTOMERS, firmHref, REQUESTS } from '../paths.ts';
import { words } from '../words.ts';
import type { OpenRequests } from './open.ts';

export interface RequestsPageProps {
  frame: Frame;
  open: OpenRequests;
  errors: FormErrors;
  done: boolean;
}

/** What waits for an answer, by kind, each with what is needed to decide. */
export function RequestsPage({ frame, open, errors, done }: RequestsPageProps) {
  const t = words[frame.language].requests;
  const none =
    open.registrations.length + open.names.length + open.proposals.length + open.members.length === 0;
  return (
    <Layout frame={frame} title={t.title} active={CUSTOMERS} failed={errors.status >= 400}>
      <PageHeading title={t.title} lead={t.lead} back={{ href: CUSTOMERS, text: t.back }} />
      <ErrorSummary frame={frame} errors={errors} />
      {done && (
        <Notice tone="ok" live>
          <p>{t.done}</p>
        </Notice>
      )}
      <Stack>
        {none && (
          <Card>
            <EmptyState title={t.none} text={t.noneText} />
          </Card>
        )}
        <Registrations frame={frame} open={open} />
        <Names frame={frame} open={open} />
        <Proposals frame={frame} open={open} />
        <Members frame={frame} open={open} />
      </Stack>
    </Layout>
  );
}

interface Part {
  frame: Frame;
  open: OpenRequests;
}

/** One request: what it says, and the form that answers it. */
function Item(props: {
  frame: Frame;
  kind: string;
  id: number;
  number?: string;
  about: string;
  facts: readonly (readonly [string, ComponentChildren])[];
  yes?: string | undefined;
  no: string;
  children?: ComponentChildren;
}) {
  const { frame, kind, id, number, about, facts, yes, no } = props;
  return (
    <section class="request" aria-label={about}>
      <DescriptionList frame={frame} items={facts.map(([term, value]) => ({ term, value }))} />
      <Form frame={frame} action={`${REQUESTS}/${kind}`} label={about}>
        <Hidden name="id" value={`${id}`} />
        {number && <Hidden name="number" value={number} />}
        {props.children}
        <Actions>
          {yes && (
            <Button kind="secondary" name="answer" value="yes" about={about}>
              {yes}
            </Button>
          )}
          <Button kind="quiet" name="answer" value="no" about={about}>
            {no}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}

const firm = (number: string, name: string) => <a href={firmHref(number)}>{`${number} ${name}`}</a>;

function Registrations({ frame, open }: Part) {
  const t = words[frame.language].requests;
  if (open.registrations.length === 0) return null;
  return (
    <Card title={t.registrations}>
      <p class="hint">{t.registrationsHint}</p>
      {open.registrations.map((one) => (
        <Item
          key={one.id}
          frame={frame}
          kind="registrierung"
          id={one.id}
          about={one.name}
          yes={one.customerId === null ? undefined : t.accept}
          no={t.decline}
          facts={[
            [t.person, `${one.name}, ${one.email}`],
            [
              t.firm,
              one.customerName === null
                ? `${one.customerNumber}: ${t.unknownNumber}`
                : firm(one.customerNumber, one.customerName),
            ],
            [t.since, frame.formats.dateTime(one.createdAt)],
          ]}
        />
      ))}
    </Card>
  );
}

function Names({ frame, open }: Part) {
  const t = words[frame.language].requests;
  if (open.names.length === 0) return null;
  return (
    <Card title={t.names}>
      {open.names.map((one) => (
        <Item
          key={one.id}
          frame={frame}
          kind="name"
          id={one.id}
          about={one.newName}
          yes={t.accept}
          no={t.decline}
          facts={[
            [t.firm, firm(one.number, one.currentName)],
            [t.newName, one.newName],
            [t.validFrom, frame.formats.longDate(one.validFrom)],
            [t.reason, one.reason],
            [t.person, [one.personName, one.personEmail].filter(Boolean).join(', ')],
            [t.since, frame.formats.dateTime(one.requestedAt)],
          ]}
        >
          <TextAreaField name={`note-${one.id}`} label={t.note} hint={t.noteHint} optional rows={2} />
        </Item>
      ))}
    </Card>
  );
}

function Proposals({ frame, open }: Part) {
  const t = words[frame.language].requests;
  if (open.proposals.length === 0) return null;
  return (
    <Card title={t.proposals}>
      <p class="hint">{t.proposalsHint}</p>
      {open.proposals.map((one) => (
        <Item
          key={one.id}
          frame={frame}
          kind="hauptkontakt"
          id={one.id}
          about={one.email}
          yes={one.isOwn ? undefined : t.agree}
          no={t.withdraw}
          facts={[
            [t.firm, firm(one.customerNumber, one.customerName)],
            [t.person, one.email],
            [t.reason, one.reason],
            [t.proposedBy, one.isOwn ? t.ownProposal : one.proposedBy],
            [t.since, frame.formats.dateTime(one.proposedAt)],
          ]}
        />
      ))}
    </Card>
  );
}

function Members({ frame, open }: Part) {
  const t = words[frame.language].requests;
  if (open.members.length === 0) return null;
  return (
    <Card title={t.members}>
      <p class="hint">{t.membersHint}</p>
      {open.members.map((one) => {
        const [right] = one.rightName ? knownRights([one.rightName]) : [];
        const wants =
          one.kind === 'join'
            ? t.wantsJoin
            : one.kind === 'deletion'
              ? t.wantsDeletion
              : t.wantsRight({ right: right ? rightName(right, frame.language) : (one.rightName ?? '') });
        return (
          <Item
            key={`${one.kind}-${one.id}`}
            frame={frame}
            kind={one.kind === 'join' ? 'beitritt' : 'mitglied'}
            id={one.id}
            number={one.number}
            about={one.name}
            yes={t.grant}
            no={t.decline}
            facts={[
              [t.person, `${one.name}, ${one.email}`],
              [t.firm, firm(one.number, one.firm)],
              [t.wants, wants],
              [t.admins, frame.formats.number(one.admins)],
              [t.since, frame.formats.dateTime(one.at)],
            ]}
          >
            {one.kind === 'join' && (
              <fieldset class="field rights">
                <legend>{t.rights}</legend>
                {RIGHTS.map((each) => (
                  <CheckboxField
                    key={each}
                    name={`${one.id}-right-${each}`}
                    label={rightName(each, frame.language)}
                  />
                ))}
              </fieldset>
            )}
          </Item>
        );
      })}
    </Card>
  );
}
