import {
  Badge,
  Button,
  Card,
  DataTable,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  FilterBar,
  Form,
  type Frame,
  KeysetPager,
  Layout,
  Notice,
  PageHeading,
  Results,
  SelectField,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { DESK_MAILBOX } from './paths.ts';
import { MAIL_STATES } from './queries.ts';
import type { DeskMailRow, DeskMailView } from './view.ts';
import { words } from './words.ts';

export interface DeskMailboxProps {
  frame: Frame;
  rows: readonly DeskMailRow[];
  filter: { readonly recipient: string; readonly state: string };
  isFiltered: boolean;
  pager: { first?: string | undefined; newer?: string | undefined; older?: string | undefined };
}

/** What was sent and what was not, the newest first. */
export function DeskMailboxPage({ frame, rows, filter, isFiltered, pager }: DeskMailboxProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active={DESK_MAILBOX}>
      <PageHeading title={t.title} lead={frame.demo ? t.demoLead : t.lead} />
      <Card>
        <FilterBar frame={frame} action={DESK_MAILBOX} label={t.filter} active={isFiltered}>
          <TextField
            name="recipient"
            label={t.search}
            hint={t.searchHint}
            unmarked
            maxLength={254}
            value={filter.recipient}
          />
          <SelectField
            name="state"
            label={t.state}
            unmarked
            placeholder={t.anyState}
            options={MAIL_STATES.map((state) => ({ value: state, label: t.states[state] }))}
            value={filter.state}
          />
        </FilterBar>
        <Results summary={rows.length > 0 ? t.shown({ count: rows.length }) : t.nothing}>
          {rows.length > 0 ? (
            <>
              <DataTable
                caption={t.caption}
                rows={rows}
                columns={[
                  {
                    header: t.subject,
                    cell: (mail) => <a href={mail.href}>{mail.subject}</a>,
                    rowHeader: true,
                  },
                  { header: t.to, cell: (mail) => mail.to },
                  { header: t.at, cell: (mail) => mail.at, nowrap: true },
                  {
                    header: t.state,
                    cell: (mail) => <Badge tone={mail.state.tone}>{mail.state.text}</Badge>,
                    onPhone: 'corner',
                  },
                ]}
              />
              <KeysetPager frame={frame} {...pager} />
            </>
          ) : (
            <EmptyState title={t.nothing} text={t.nothingText} />
          )}
        </Results>
      </Card>
    </Layout>
  );
}

export interface DeskMailProps {
  frame: Frame;
  mail: DeskMailView;
  done: boolean;
  errors: FormErrors;
}

/** One letter, what became of it, and once more. Its HTML is for mail programs and shown nowhere. */
export function DeskMailPage({ frame, mail, done, errors }: DeskMailProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={mail.subject} active={DESK_MAILBOX} failed={errors.summary.length > 0}>
      <PageHeading title={mail.subject} back={{ href: DESK_MAILBOX, text: t.back }} />
      <ErrorSummary frame={frame} errors={errors} />
      {done && (
        <Notice tone="ok" live>
          <p>{t.done}</p>
        </Notice>
      )}
      <Card>
        <p>
          <Badge tone={mail.state.tone}>{mail.state.text}</Badge>
        </p>
        <DescriptionList frame={frame} items={mail.facts} />
        {mail.again ? (
          <Form frame={frame} action={mail.href} plain>
            <Button kind="secondary">{t.again}</Button>
            <p class="hint">{mail.again === 'retry' ? t.againFailedHint : t.againHint}</p>
          </Form>
        ) : (
          <p class="hint">{t.notAgain}</p>
        )}
        {mail.text !== undefined && <pre class="letter">{mail.text}</pre>}
      </Card>
    </Layout>
  );
}
