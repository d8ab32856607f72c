import { Card, DataTable, EmptyState, type Frame } from '../../ui/index.ts';
import { AccountLayout } from '../account/index.ts';
import { words } from './words.ts';

/** A look at the firm's pages, worded. */
export interface ViewRow {
  readonly who: string;
  readonly when: string;
  readonly why: string;
  readonly pages: string;
}

export const VIEWS = '/konto/verlauf';

export function ViewsPage({ frame, rows }: { frame: Frame; rows: readonly ViewRow[] }) {
  const t = words[frame.language];
  return (
    <AccountLayout frame={frame} title={t.title} tab={VIEWS}>
      <Card title={t.title}>
        <p>{t.lead({ carrier: frame.carrier.name })}</p>
        {rows.length > 0 ? (
          <DataTable
            caption={t.caption}
            rows={rows}
            columns={[
              { header: t.when, cell: (row) => row.when, rowHeader: true },
              { header: t.who, cell: (row) => row.who },
              { header: t.why, cell: (row) => row.why },
              { header: t.pages, cell: (row) => row.pages, align: 'end' },
            ]}
          />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
      </Card>
    </AccountLayout>
  );
}
