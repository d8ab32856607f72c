import {
  Badge,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  type Frame,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import { PLANS_PATH } from '../paths.ts';
import type { PlanRow } from '../view.ts';
import { words } from '../words.ts';

export interface PlansPageProps {
  frame: Frame;
  rows: readonly PlanRow[];
  terms: { readonly hours: string; readonly price: string };
  mayPlace: boolean;
}

export function PlansPage({ frame, rows, terms, mayPlace }: PlansPageProps) {
  const t = words[frame.language];
  const setUp = mayPlace && (
    <ButtonLink href={`${PLANS_PATH}/neu`} kind="primary">
      {t.setUp}
    </ButtonLink>
  );
  return (
    <Layout frame={frame} title={t.title} active="/abholungen">
      <PageHeading
        title={t.title}
        lead={t.lead}
        back={{ href: '/abholungen', text: t.pickups }}
        actions={rows.length > 0 && setUp}
      />
      <Card>
        {rows.length > 0 ? (
          <DataTable
            caption={t.title}
            rows={rows}
            columns={[
              {
                header: t.number,
                cell: (row) => <a href={row.href}>{row.number}</a>,
                unbroken: true,
                rowHeader: true,
              },
              { header: t.days, cell: (row) => row.days },
              { header: t.window, cell: (row) => row.window, unbroken: true },
              { header: t.where, cell: (row) => row.where },
              { header: t.next, cell: (row) => row.next },
              {
                header: t.state,
                cell: (row) => <Badge tone={row.state.tone}>{row.state.text}</Badge>,
                onPhone: 'corner',
              },
            ]}
          />
        ) : (
          <EmptyState title={t.none} text={t.noneText} action={setUp} />
        )}
        <p>
          {terms.hours} <b>{terms.price}</b>
        </p>
      </Card>
    </Layout>
  );
}
