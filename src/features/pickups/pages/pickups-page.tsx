import {
  Actions,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  type Frame,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import { EXTRA } from '../kinds.ts';
import type { PickupRow, WayView } from '../view.ts';
import { words } from '../words.ts';

export interface PickupsPageProps {
  frame: Frame;
  rows: readonly PickupRow[];
  ways: readonly WayView[];
  mayPlace: boolean;
}

export function PickupsPage({ frame, rows, ways, mayPlace }: PickupsPageProps) {
  const t = words[frame.language];
  const book = mayPlace && (
    <ButtonLink href={EXTRA.formPath} kind="primary">
      {t.book}
    </ButtonLink>
  );
  return (
    <Layout frame={frame} title={t.title} active="/abholungen">
      <PageHeading title={t.title} lead={t.lead} actions={book} />
      <Card title={t.ways}>
        {ways.map((way) => (
          <Way key={way.href} way={way} mayPlace={mayPlace} />
        ))}
      </Card>
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
              { header: t.what, cell: (row) => row.what },
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
          <a href="/auftraege">{t.all}</a>
        </p>
      </Card>
    </Layout>
  );
}

/** Hours and price stand where the choice is made, also for whoever may not book. */
function Way({ way, mayPlace }: { way: WayView; mayPlace: boolean }) {
  return (
    <section>
      <h3>{way.title}</h3>
      <p>
        {way.hours} <b>{way.price}</b>
      </p>
      {mayPlace && (
        <Actions>
          <ButtonLink href={way.href}>{way.action}</ButtonLink>
        </Actions>
      )}
    </section>
  );
}
