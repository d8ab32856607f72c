import {
  Badge,
  ButtonLink,
  Card,
  CheckboxField,
  DataTable,
  EmptyState,
  FilterBar,
  type Frame,
  KeysetPager,
  Layout,
  PageHeading,
  Results,
  SelectField,
  type SelectOption,
  TextField,
} from '../../../ui/index.ts';
import { INBOX } from '../paths.ts';
import type { InboxRowView } from '../view.ts';
import { words } from '../words.ts';

export interface InboxPageProps {
  frame: Frame;
  rows: readonly InboxRowView[];
  counts: { readonly open: number; readonly overdue: number; readonly unassigned: number };
  filter: Readonly<Record<'state' | 'assignee' | 'topic' | 'overdue' | 'search', string>>;
  isFiltered: boolean;
  topics: readonly SelectOption[];
  pager: { first?: string | undefined; older?: string | undefined };
}

/** The inbox: what waits for an answer, and everything that was ever asked. */
export function InboxPage(props: InboxPageProps) {
  const { frame, rows, filter, isFiltered } = props;
  const t = words[frame.language].list;
  const summary = rows.length > 0 ? t.shown({ count: rows.length }) : t.nothing;
  return (
    <Layout frame={frame} title={t.title} active={INBOX}>
      <PageHeading
        title={t.title}
        lead={t.lead(props.counts)}
        actions={<ButtonLink href="/desk/hilfe">{t.faq}</ButtonLink>}
      />
      <Card>
        <FilterBar frame={frame} action={INBOX} label={t.filter} active={isFiltered}>
          <SelectField
            name="state"
            label={t.state}
            unmarked
            value={filter.state}
            options={(['open', 'answered', 'closed', 'all'] as const).map((value) => ({
              value,
              label: t.states[value],
            }))}
          />
          <SelectField
            name="assignee"
            label={t.assignee}
            unmarked
            value={filter.assignee}
            placeholder={t.anyAssignee}
            options={[
              { value: 'me', label: t.mine },
              { value: 'nobody', label: t.nobody },
            ]}
          />
          <SelectField
            name="topic"
            label={t.topic}
            unmarked
            value={filter.topic}
            placeholder={t.anyTopic}
            options={props.topics}
          />
          <TextField
            name="search"
            label={t.search}
            hint={t.searchHint}
            unmarked
            maxLength={100}
            value={filter.search}
          />
          <CheckboxField name="overdue" label={t.overdueOnly} value="1" checked={filter.overdue === '1'} />
        </FilterBar>
        <Results summary={summary}>
          {rows.length > 0 ? (
            <>
              <InboxTable frame={frame} rows={rows} />
              <KeysetPager frame={frame} {...props.pager} />
            </>
          ) : (
            <EmptyState
              title={isFiltered ? t.nothing : t.inboxEmpty}
              text={isFiltered ? undefined : t.inboxEmptyText}
            />
          )}
        </Results>
      </Card>
    </Layout>
  );
}

function InboxTable({ frame, rows }: Pick<InboxPageProps, 'frame' | 'rows'>) {
  const t = words[frame.language].list;
  return (
    <DataTable
      caption={t.caption}
      rows={rows}
      columns={[
        {
          header: t.number,
          cell: (row) => <a href={row.href}>{row.number}</a>,
          unbroken: true,
          rowHeader: true,
        },
        { header: t.subject, cell: (row) => row.subject },
        {
          header: t.who,
          cell: (row) => (
            <div>
              {row.who}
              <span class="line hint">{row.firm}</span>
            </div>
          ),
        },
        { header: t.assignee, cell: (row) => row.assignee },
        {
          header: t.due,
          cell: (row) => (
            <div>
              {row.due} {row.isOverdue && <Badge tone="danger">{t.overdue}</Badge>}
            </div>
          ),
        },
        { header: t.last, cell: (row) => row.last, nowrap: true },
        {
          header: t.state,
          cell: (row) => Badge({ tone: row.state.tone, children: row.state.text }),
          onPhone: 'corner',
        },
      ]}
    />
  );
}
