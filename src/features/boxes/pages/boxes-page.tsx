import { Card, EmptyState, type Frame, Layout, PageHeading, SaveAs } from '../../../ui/index.ts';
import { orderHref } from '../../orders/index.ts';
import { BOXES } from '../paths.ts';
import type { BoxBalance, BoxMovementRow } from '../queries.ts';
import { words } from '../words.ts';
import { BalanceTable, MovementTable } from './box-tables.tsx';

export interface BoxesPageProps {
  frame: Frame;
  balances: readonly BoxBalance[];
  movements: readonly BoxMovementRow[];
}

/** How many boxes are where, and how they came there. */
export function BoxesPage({ frame, balances, movements }: BoxesPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active="/bestellen">
      <PageHeading title={t.title} lead={t.lead} back={{ href: '/bestellen', text: t.back }} />
      <Card title={t.balance}>
        {balances.length === 0 ? (
          <EmptyState title={t.none} text={t.noneText} />
        ) : (
          <>
            <BalanceTable frame={frame} balances={balances} />
            <SaveAs label={t.saveBalance} href={(format) => `${BOXES}/bestand.${format}`} />
          </>
        )}
      </Card>
      {movements.length > 0 && (
        <Card title={t.latest}>
          <MovementTable frame={frame} movements={movements} orderHref={orderHref} />
          <SaveAs label={t.saveMovements} href={(format) => `${BOXES}/bewegungen.${format}`} />
        </Card>
      )}
    </Layout>
  );
}
