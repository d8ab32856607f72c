import {
  Actions,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  type Frame,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import type { TemplateRow } from '../view.ts';
import { words } from '../words.ts';

export interface TemplatesPageProps {
  frame: Frame;
  rows: readonly TemplateRow[];
  mayPlace: boolean;
  done: string | undefined;
}

export function TemplatesPage({ frame, rows, mayPlace, done }: TemplatesPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active="/auftraege">
      <PageHeading title={t.title} lead={t.lead} back={{ href: '/auftraege', text: t.toOrders }} />
      {done && (
        <Notice tone="ok" live>
          <p>{done}</p>
        </Notice>
      )}
      <Card>
        {rows.length === 0 ? (
          <EmptyState
            title={t.none}
            text={t.noneText}
            action={<ButtonLink href="/auftraege">{t.toOrders}</ButtonLink>}
          />
        ) : (
          <DataTable
            caption={t.caption}
            rows={rows}
            columns={[
              { header: t.name, cell: (row) => row.name, rowHeader: true },
              { header: t.service, cell: (row) => row.service },
              { header: t.contents, cell: (row) => <Contents row={row} /> },
              ...(mayPlace
                ? [{ header: t.actions, cell: (row: TemplateRow) => <RowActions frame={frame} row={row} /> }]
                : []),
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}

function Contents({ row }: { row: TemplateRow }) {
  return (
    <div>
      {row.contents}
      {row.note && <p class="hint">{row.note}</p>}
    </div>
  );
}

function RowActions({ frame, row }: { frame: Frame; row: TemplateRow }) {
  const t = words[frame.language];
  return (
    <Actions>
      {row.orderHref && (
        <ButtonLink href={row.orderHref} about={row.name}>
          {t.order}
        </ButtonLink>
      )}
      <ButtonLink href={row.editHref} kind="quiet" about={row.name}>
        {t.edit}
      </ButtonLink>
    </Actions>
  );
}
