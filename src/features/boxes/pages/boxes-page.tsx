import { Card, DataTable, EmptyState, type Frame, Layout, PageHeading } from '../../../ui/index.ts';
import { orderHref } from '../../orders/index.ts';
import type { BoxBalance, BoxMovementRow } from '../queries.ts';
import { words } from '../words.ts';

export interface BoxesPageProps {
  frame: Frame;
  balances: readonly BoxBalance[];
  movements: readonly BoxMovementRow[];
}

/** How many boxes are where, and how they came there. */
export function BoxesPage({ frame, balances, movements }: BoxesPageProps) {
  const { language, formats } = frame;
  const t = words[language];
  return (
    <Layout frame={frame} title={t.title} active="/bestellen">
      <PageHeading title={t.title} lead={t.lead} back={{ href: '/bestellen', text: t.back }} />
      <Card title={t.balance}>
        {balances.length === 0 ? (
          <EmptyState title={t.none} text={t.noneText} />
        ) : (
          <DataTable
            caption={t.caption}
            rows={balances}
            columns={[
              {
                header: t.address,
                cell: (row) => `${row.label}, ${row.street}, ${row.city}`,
                rowHeader: true,
              },
              { header: t.product, cell: (row) => row.name[language] },
              { header: t.pieces, cell: (row) => formats.number(Number(row.pieces)), align: 'end' },
            ]}
          />
        )}
      </Card>
      {movements.length > 0 && (
        <Card title={t.latest}>
          <DataTable
            caption={t.latest}
            rows={movements}
            columns={[
              { header: t.date, cell: (row) => formats.date(row.movedOn), rowHeader: true, nowrap: true },
              { header: t.address, cell: (row) => row.label },
              { header: t.product, cell: (row) => row.name[language] },
              {
                header: t.moved,
                cell: ({ pieces }) =>
                  pieces > 0
                    ? t.delivered({ count: formats.number(pieces) })
                    : t.returned({ count: formats.number(-pieces) }),
              },
              { header: t.order, cell: ({ number }) => number && <a href={orderHref(number)}>{number}</a> },
              { header: t.note, cell: (row) => row.note },
            ]}
          />
        </Card>
      )}
    </Layout>
  );
}
