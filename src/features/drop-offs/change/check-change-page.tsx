import { Card } from '../../../ui/index.ts';
import { ChangeCheck, type ChangeCheckProps } from '../../orders/index.ts';
import { type SmallNotes, SmallNotices } from '../pages/check-page.tsx';
import { ItemsTable } from '../pages/items-table.tsx';
import { changeHref, DROP_OFFS, dropOffHref } from '../paths.ts';
import type { ItemsView } from '../view.ts';
import { words } from '../words.ts';

export interface CheckChangePageProps
  extends Pick<ChangeCheckProps, 'frame' | 'differences' | 'carried' | 'submissionKey' | 'formHref'> {
  number: string;
  items: ItemsView;
  notes: SmallNotes;
}

/** Second step of changing a drop-off: with what its postage will be, and the surcharges in it. */
export function CheckChangePage({ number, items, notes, ...sent }: CheckChangePageProps) {
  const { frame } = sent;
  const t = words[frame.language];
  return (
    <ChangeCheck
      {...sent}
      active={DROP_OFFS}
      title={t.changeCheckTitle}
      lead={t.changeCheckLead}
      steps={t.changeSteps}
      unchanged={t.nothingChangedText}
      present={{ href: dropOffHref(number), text: t.pageTitle({ number }) }}
      action={changeHref(number)}
    >
      <SmallNotices frame={frame} notes={notes} />
      <Card title={t.estimateTitle}>
        <ItemsTable frame={frame} view={items} />
      </Card>
    </ChangeCheck>
  );
}
