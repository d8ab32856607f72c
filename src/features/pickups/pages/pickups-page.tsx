import {
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  type Frame,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import { PICKUP_SERVICE } from '../quote-pickup.ts';
import type { PickupRow, PickupTerms } from '../view.ts';
import { words } from '../words.ts';

export interface PickupsPageProps {
  frame: Frame;
  rows: readonly PickupRow[];
  terms: PickupTerms;
  mayPlace: boolean;
}

export function PickupsPage({ frame, rows, terms, mayPlace }: PickupsPageProps) {
  const t = words[frame.language];
  const book = mayPlace && (
    <ButtonLink href="/abholungen/neu" kind="primary">
      {t.book}
    </ButtonLink>
  );
  return (
    <Layout frame={frame} title={t.title} active="/abholungen">
      <PageHeading title={t.title} lead={`${t.lead} ${terms.hours}`} actions={book} />
      <Card title={t.upcoming}>
        {rows.length > 0 ? (
          <DataTable
            caption={t.upcoming}
            rows={rows}
            columns={[
              {
                header: t.number,
                cell: (row) => <a href={row.href}>{row.number}</a>,
                rowHeader: true,
                nowrap: true,
              },
              { header: t.when, cell: (row) => row.when },
              { header: t.where, cell: (row) => row.where },
              { header: t.reference, cell: (row) => row.reference },
              { header: t.cancelUntil, cell: (row) => row.cancelUntil },
            ]}
          />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
        <p>
          <a href={`/auftraege?service=${PICKUP_SERVICE}`}>{t.all}</a>
        </p>
      </Card>
    </Layout>
  );
}
