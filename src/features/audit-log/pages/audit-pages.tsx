import {
  ButtonLink,
  Card,
  DataTable,
  DateField,
  DescriptionList,
  EmptyState,
  FilterBar,
  type Frame,
  KeysetPager,
  Layout,
  PageHeading,
  Results,
  TextField,
} from '../../../ui/index.ts';
import { AUDIT } from '../paths.ts';
import type { AuditEntryView, AuditRowView } from '../view.ts';
import { words } from '../words.ts';

export interface AuditListProps {
  frame: Frame;
  rows: readonly AuditRowView[];
  filter: Readonly<Record<'who' | 'customer' | 'action' | 'object' | 'from' | 'to', string>>;
  isFiltered: boolean;
  pager: { first?: string | undefined; newer?: string | undefined; older?: string | undefined };
  exportHref: string;
}

/** The log, the newest entries first. */
export function AuditListPage({ frame, rows, filter, isFiltered, pager, exportHref }: AuditListProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active={AUDIT}>
      <PageHeading title={t.title} lead={t.lead} />
      <Card>
        <FilterBar frame={frame} action={AUDIT} label={t.filter} active={isFiltered}>
          <TextField name="who" label={t.who} hint={t.whoHint} unmarked maxLength={254} value={filter.who} />
          <TextField name="customer" label={t.customer} unmarked maxLength={40} value={filter.customer} />
          <TextField
            name="action"
            label={t.action}
            hint={t.actionHint}
            unmarked
            maxLength={80}
            value={filter.action}
          />
          <TextField
            name="object"
            label={t.object}
            hint={t.objectHint}
            unmarked
            maxLength={120}
            value={filter.object}
          />
          <DateField name="from" label={t.from} unmarked value={filter.from} />
          <DateField name="to" label={t.to} unmarked value={filter.to} />
        </FilterBar>
        <Results summary={rows.length > 0 ? t.shown({ count: rows.length }) : t.nothing}>
          {rows.length > 0 ? (
            <>
              <DataTable
                caption={t.caption}
                rows={rows}
                columns={[
                  {
                    header: t.at,
                    cell: (row) => <a href={row.href}>{row.at}</a>,
                    rowHeader: true,
                    nowrap: true,
                  },
                  {
                    header: t.actor,
                    cell: (row) => (
                      <span>
                        {row.who}
                        {row.whoMore && <span class="remark">{row.whoMore}</span>}
                      </span>
                    ),
                  },
                  { header: t.firm, cell: (row) => row.firm, nowrap: true },
                  {
                    header: t.action,
                    cell: (row) => (
                      <span>
                        {row.what}
                        <code class="line hint">{row.action}</code>
                      </span>
                    ),
                  },
                  { header: t.object, cell: (row) => row.object },
                ]}
              />
              <KeysetPager frame={frame} {...pager} />
              <p>
                <a href={exportHref}>{t.export}</a>
              </p>
            </>
          ) : (
            <EmptyState title={t.nothing} text={t.nothingText} />
          )}
        </Results>
      </Card>
    </Layout>
  );
}

/** One entry with what it was before and after. */
export function AuditEntryPage({ frame, entry, id }: { frame: Frame; entry: AuditEntryView; id: string }) {
  const t = words[frame.language];
  const title = t.entry({ id });
  return (
    <Layout frame={frame} title={title} active={AUDIT}>
      <PageHeading title={title} back={{ href: AUDIT, text: t.back }} />
      <Card>
        <DescriptionList
          frame={frame}
          items={[
            { term: t.at, value: entry.at },
            { term: t.actor, value: entry.whoMore ? `${entry.who} (${entry.whoMore})` : entry.who },
            { term: t.firm, value: entry.firmWithName },
            {
              term: t.action,
              value: (
                <>
                  {entry.what} (<code>{entry.action}</code>)
                </>
              ),
            },
            { term: t.object, value: entry.object },
            { term: t.request, value: <code>{entry.requestId}</code> },
            { term: t.seal, value: entry.seal },
          ]}
        />
        <p>
          <ButtonLink href={`${AUDIT}?object=${encodeURIComponent(entry.object)}`}>{entry.object}</ButtonLink>
        </p>
      </Card>
      {entry.stored !== undefined && (
        <Card title={t.values}>
          <DataTable
            caption={t.values}
            rows={entry.values}
            columns={[
              { header: t.value, cell: (row) => row.name, rowHeader: true },
              { header: t.before, cell: (row) => row.before },
              { header: t.after, cell: (row) => row.after },
            ]}
          />
          <details>
            <summary>{t.stored}</summary>
            <pre class="letter">{entry.stored}</pre>
          </details>
        </Card>
      )}
    </Layout>
  );
}
