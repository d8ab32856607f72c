import { Card, DataTable, type Frame } from '../../../ui/index.ts';
import type { CourierView } from '../courier-overview.ts';
import { subjectHref } from '../paths.ts';
import { COURIER_RULES_CODE } from '../subjects/courier-rules-code.ts';
import { words } from '../words.ts';

/** Vehicles, zones and ways of the couriers, each leading to where it is changed. */
export function CourierCard({ frame, couriers }: { frame: Frame; couriers: CourierView }) {
  const t = words[frame.language];
  return (
    <Card
      title={t.couriers.title}
      action={<a href={subjectHref('kurierregeln', COURIER_RULES_CODE)}>{t.couriers.rules}</a>}
    >
      <DataTable
        caption={t.couriers.vehicles}
        rows={couriers.vehicles}
        columns={[
          {
            header: t.couriers.vehicle,
            rowHeader: true,
            cell: (row) => <a href={subjectHref('kurierfahrzeuge', row.code)}>{row.name}</a>,
          },
          { header: t.couriers.limits, cell: (row) => row.carries },
          {
            header: t.couriers.fares,
            cell: (row) => (
              <a
                href={subjectHref('kurierpreise', row.code)}
                aria-label={`${t.couriers.fares} ${row.name}: ${row.fares}`}
              >
                {row.fares}
              </a>
            ),
          },
        ]}
      />
      <DataTable
        caption={t.couriers.zones}
        rows={couriers.zones}
        columns={[
          {
            header: t.couriers.zone,
            rowHeader: true,
            cell: (row) => <a href={subjectHref('kurierzonen', row.code)}>{row.name}</a>,
          },
          { header: t.couriers.postcodes, cell: (row) => <span class="said">{row.postcodes}</span> },
        ]}
      />
      <DataTable
        caption={t.couriers.ways}
        rows={couriers.ways}
        columns={[
          {
            header: t.couriers.way,
            rowHeader: true,
            cell: (row) => <a href={subjectHref('kurierstrecken', row.code)}>{row.name}</a>,
          },
          { header: t.couriers.distance, cell: (row) => row.distance },
        ]}
      />
    </Card>
  );
}
