import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DateField,
  DescriptionList,
  Form,
  type Frame,
  Notice,
  Split,
  Stack,
  TextAreaField,
  TextField,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import type { HistoryEntry } from '../../history.ts';
import { HistoryCard } from '../../pages/history-card.tsx';
import { MasterDataFrame } from '../../pages/master-data-frame.tsx';
import { words as shared } from '../../words.ts';
import { COMPANY, type CompanyView } from '../view.ts';
import { words } from '../words.ts';

export interface CompanyPageProps {
  frame: Frame;
  name: string;
  number: string;
  view: CompanyView;
  typed: Readonly<Record<'newName' | 'validFrom' | 'reason', string>>;
  errors: FormErrors;
  /** The form, also beside a request that somebody else sent meanwhile: what was typed must not go. */
  showsForm: boolean;
  history: readonly HistoryEntry[];
  mayEdit: boolean;
  noRight: string;
  done: string | undefined;
}

/** The name of the firm, and the way to another one. */
export function CompanyPage(props: CompanyPageProps) {
  const { frame, view, mayEdit } = props;
  const t = words[frame.language];
  return (
    <MasterDataFrame
      frame={frame}
      title={t.title}
      back={{ href: '/konto/stammdaten', text: shared[frame.language].title }}
      errors={props.errors}
      done={props.done}
    >
      <Split>
        <Stack>
          <Card title={t.title}>
            <DescriptionList
              frame={frame}
              items={[
                { term: t.name, value: props.name },
                { term: t.number, value: props.number },
              ]}
            />
            <p class="hint">{t.lead}</p>
            {view.lastAnswer && <p>{view.lastAnswer}</p>}
            {!mayEdit && <p class="hint">{props.noRight}</p>}
          </Card>
          {view.pending && <Pending {...props} pending={view.pending} />}
          {props.showsForm && <Ask {...props} />}
        </Stack>
        <HistoryCard frame={frame} entries={props.history} />
      </Split>
    </MasterDataFrame>
  );
}

function Pending(props: CompanyPageProps & { pending: NonNullable<CompanyView['pending']> }) {
  const { frame, pending, mayEdit } = props;
  const t = words[frame.language];
  return (
    <Card title={t.pendingTitle}>
      <Notice tone="info">
        <p>{pending.text}</p>
      </Notice>
      <DescriptionList frame={frame} items={pending.facts} />
      {mayEdit && (
        <Form frame={frame} action={`${COMPANY}/zurueckziehen`} plain>
          <Button kind="danger">{t.withdraw}</Button>
        </Form>
      )}
    </Card>
  );
}

function Ask({ frame, typed, errors }: CompanyPageProps) {
  const t = words[frame.language];
  const field = (name: keyof typeof typed) => ({
    name,
    label: t.fields[name],
    value: typed[name],
    error: errors.of(name),
  });
  return (
    <Card title={t.askTitle}>
      <Form frame={frame} action={COMPANY}>
        <TextField {...field('newName')} maxLength={200} autocomplete="off" />
        <DateField {...field('validFrom')} />
        <TextAreaField {...field('reason')} hint={t.reasonHint} maxLength={1000} rows={3} />
        <Actions>
          <Button>{t.send}</Button>
          <ButtonLink href="/konto/stammdaten" kind="quiet">
            {shared[frame.language].cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </Card>
  );
}
