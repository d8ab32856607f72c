import {
  Badge,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  type Frame,
  Layout,
  PageHeading,
  type Tone,
} from '../../../ui/index.ts';
import { NEW_ENTRY } from '../paths.ts';
import { words } from '../words.ts';

/** A row of the list, worded. */
export interface EntryRow {
  readonly href: string;
  readonly question: string;
  readonly topic: string;
  readonly position: string;
  readonly changed: string;
  readonly state: { readonly text: string; readonly tone: Tone };
}

export function EntryListPage({ frame, rows }: { frame: Frame; rows: readonly EntryRow[] }) {
  const t = words[frame.language].list;
  const add = (
    <ButtonLink href={NEW_ENTRY} kind="primary">
      {t.add}
    </ButtonLink>
  );
  return (
    <Layout frame={frame} title={t.title} active="/desk/anfragen">
      <PageHeading
        title={t.title}
        lead={t.lead}
        back={{ href: '/desk/anfragen', text: t.back }}
        actions={
          <>
            {rows.length > 0 && add}
            <ButtonLink href="/hilfe">{t.look}</ButtonLink>
          </>
        }
      />
      <Card>
        {rows.length > 0 ? (
          <DataTable
            caption={t.caption}
            rows={rows}
            columns={[
              { header: t.question, cell: (row) => <a href={row.href}>{row.question}</a>, rowHeader: true },
              { header: t.topic, cell: (row) => row.topic },
              { header: t.position, cell: (row) => row.position, align: 'end' },
              { header: t.changed, cell: (row) => row.changed, nowrap: true },
              {
                header: t.state,
                cell: (row) => Badge({ tone: row.state.tone, children: row.state.text }),
                onPhone: 'corner',
              },
            ]}
          />
        ) : (
          <EmptyState title={t.empty} text={t.emptyText} action={add} />
        )}
      </Card>
    </Layout>
  );
}
