import {
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  type Frame,
  Layout,
  PageHeading,
  SaveAs,
} from '../../../ui/index.ts';
import { COURIERS, NEW_RIDE } from '../paths.ts';
import type { PricesView, RideRow } from '../view.ts';
import { words } from '../words.ts';

export interface RidesPageProps {
  frame: Frame;
  rows: readonly RideRow[];
  prices: PricesView;
  hours: string;
  allHref: string;
  mayPlace: boolean;
}

export function RidesPage({ frame, rows, prices, hours, allHref, mayPlace }: RidesPageProps) {
  const t = words[frame.language];
  const book = mayPlace && (
    <ButtonLink href={NEW_RIDE} kind="primary">
      {t.book}
    </ButtonLink>
  );
  return (
    <Layout frame={frame} title={t.title} active={COURIERS}>
      <PageHeading title={t.title} lead={t.lead} actions={book} />
      <Card title={t.upcoming}>
        {rows.length > 0 ? (
          <DataTable
            caption={t.upcoming}
            rows={rows}
            columns={[
              {
                header: t.number,
                cell: (row) => <a href={row.href}>{row.number}</a>,
                unbroken: true,
                rowHeader: true,
              },
              { header: t.when, cell: (row) => row.when },
              { header: t.from, cell: (row) => row.from },
              { header: t.reference, cell: (row) => row.reference },
            ]}
          />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
        <p class="hint">{hours}</p>
        <p>
          <a href={allHref}>{t.all}</a>
        </p>
        <SaveAs label={t.save} href={(format) => `${COURIERS}/export.${format}`} />
      </Card>
      <Card title={t.prices}>
        <p>{t.pricesText}</p>
        <DataTable
          caption={t.prices}
          rows={prices.vehicles}
          columns={[
            { header: t.vehicle, cell: (row) => row.name, rowHeader: true },
            { header: t.carries, cell: (row) => row.carries },
            { header: t.base, cell: (row) => row.base, align: 'end' },
            ...[t.distances.near, t.distances.city, t.distances.region].map((header, at) => ({
              header,
              cell: (row: PricesView['vehicles'][number]) => row.fares[at],
              align: 'end' as const,
            })),
          ]}
        />
        <p class="hint">{prices.extras}</p>
      </Card>
    </Layout>
  );
}
