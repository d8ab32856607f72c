import type { DocumentFolder } from '../../../../domain/documents/index.ts';
import { BarChart } from '../../../../ui/charts/index.ts';
import { Card, type Column, DataTable, DescriptionList, type Frame } from '../../../../ui/index.ts';
import { YEAR_PATH } from '../../paths.ts';
import { DocumentsFrame } from '../../place/pages/documents-frame.tsx';
import type { YearFigures } from '../show-year.ts';
import type { MonthlyView } from '../view.ts';
import { words } from '../words.ts';

export interface YearPageProps {
  frame: Frame;
  newOf: (folder: DocumentFolder) => number;
  figures: Pick<YearFigures, 'year' | 'years' | 'totals'>;
  costs: MonthlyView;
  volumes: MonthlyView;
}

export function YearPage({ frame, newOf, figures, costs, volumes }: YearPageProps) {
  const t = words[frame.language];
  const { formats } = frame;
  const { year, years, totals } = figures;
  const euros = (cents: number) => formats.number(Math.round(cents / 100));
  return (
    <DocumentsFrame frame={frame} tab="year" newOf={newOf}>
      <Card title={t.totals({ year })}>
        {years.length > 1 && (
          <nav class="actions" aria-label={t.years}>
            {years.map((one) => (
              <a
                key={one}
                class="btn quiet"
                href={`${YEAR_PATH}?jahr=${one}`}
                aria-current={one === year ? 'page' : undefined}
              >
                {one}
              </a>
            ))}
          </nav>
        )}
        <DescriptionList
          frame={frame}
          sums
          items={[
            { term: t.invoices, value: formats.number(totals.count) },
            { term: t.net, value: formats.money(totals.net) },
            { term: t.gross, value: formats.money(totals.gross) },
            { term: t.open, value: formats.money(totals.open) },
          ]}
        />
      </Card>
      <Card title={t.costs}>
        {costs.rows.length > 0 ? (
          <>
            <BarChart
              title={t.costsChart({ year, total: costs.total })}
              series={costs.series}
              groups={costs.groups}
              format={(cents) => `${euros(cents)} €`}
            />
            <p class="hint">{t.note}</p>
            <MonthTable frame={frame} title={t.costs} view={costs} />
          </>
        ) : (
          <p>{t.noCosts}</p>
        )}
      </Card>
      <Card title={t.volumes}>
        {volumes.rows.length > 0 ? (
          <>
            <BarChart
              title={t.volumesChart({ year, total: volumes.total })}
              series={volumes.series}
              groups={volumes.groups}
              format={formats.number}
            />
            <MonthTable frame={frame} title={t.volumes} view={volumes} />
          </>
        ) : (
          <p>{t.noVolumes}</p>
        )}
      </Card>
    </DocumentsFrame>
  );
}

function MonthTable({ frame, title, view }: { frame: Frame; title: string; view: MonthlyView }) {
  const t = words[frame.language];
  const headers = [t.month, ...view.series, t.sum];
  return (
    <details>
      <summary>{t.asTable}</summary>
      <DataTable
        caption={title}
        rows={view.rows}
        columns={headers.map(
          (header, at): Column<readonly string[]> => ({
            header,
            cell: (row) => row[at] ?? '',
            ...(at === 0 ? { rowHeader: true } : { align: 'end' }),
          }),
        )}
      />
    </details>
  );
}
