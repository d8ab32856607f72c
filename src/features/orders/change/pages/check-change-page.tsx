import { Card, Notice } from '../../../../ui/index.ts';
import { OrderLines } from '../../pages/order-lines.tsx';
import { Sums } from '../../pages/sums.tsx';
import { changeHref, orderHref } from '../../view.ts';
import type { ChangeCheckView } from '../view.ts';
import { words } from '../words.ts';
import { ChangeCheck, type ChangeCheckProps } from './change-check.tsx';

export interface CheckChangePageProps
  extends Pick<ChangeCheckProps, 'frame' | 'carried' | 'submissionKey' | 'formHref'> {
  number: string;
  view: ChangeCheckView;
}

/** Second step of changing an order: with its price and its deadlines afterwards. */
export function CheckChangePage({ number, view, ...sent }: CheckChangePageProps) {
  const { frame } = sent;
  const t = words[frame.language];
  return (
    <ChangeCheck
      {...sent}
      active="/auftraege"
      title={t.checkTitle}
      lead={t.checkLead}
      steps={t.steps}
      differences={view.differences}
      unchanged={t.nothingChangedText}
      present={{ href: orderHref(number), text: t.back({ number }) }}
      action={changeHref(number)}
    >
      <Card title={t.afterwards}>
        <OrderLines frame={frame} caption={t.afterwards} lines={view.lines} />
        <p class="hint">{t.prices}</p>
        <Sums frame={frame} sums={view.sums} />
        <Notice tone="info">{view.deadlines}</Notice>
      </Card>
    </ChangeCheck>
  );
}
