import { Card, Notice } from '../../../ui/index.ts';
import { ChangeCheck, type ChangeCheckProps, OrderLines, Sums } from '../../orders/index.ts';
import { COURIERS, changeHref, rideHref } from '../paths.ts';
import { words } from '../words.ts';
import type { ChangeCheckView } from './view.ts';

export interface CheckChangePageProps
  extends Pick<ChangeCheckProps, 'frame' | 'carried' | 'submissionKey' | 'formHref'> {
  number: string;
  view: ChangeCheckView;
}

/** Second step of changing a ride: with its price afterwards, and by which rule it can be cancelled then. */
export function CheckChangePage({ number, view, ...sent }: CheckChangePageProps) {
  const { frame } = sent;
  const t = words[frame.language];
  return (
    <ChangeCheck
      {...sent}
      active={COURIERS}
      title={t.changeCheckTitle}
      lead={t.changeCheckLead}
      steps={t.changeSteps}
      differences={view.differences}
      unchanged={t.nothingChangedText}
      present={{ href: rideHref(number), text: t.pageTitle({ number }) }}
      action={changeHref(number)}
    >
      <Card title={t.priceAfter}>
        <OrderLines frame={frame} caption={t.priceAfter} lines={view.lines} />
        <p class="hint">{t.pricesOfToday}</p>
        <Sums frame={frame} sums={view.sums} />
      </Card>
      <Notice tone="info" title={t.cancellation}>
        <p>{t.policySentence({ fee: view.fee })}</p>
      </Notice>
    </ChangeCheck>
  );
}
