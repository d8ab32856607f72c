import { Card, DescriptionList, type Frame, Notice } from '../../../ui/index.ts';
import type { QuoteView } from '../quote-view.ts';
import { words } from '../words.ts';
import { OrderLines } from './order-lines.tsx';
import { Sums } from './sums.tsx';

/** Everything that sending the form will promise: what, when, where, for how much, and until when to cancel. */
export function QuoteSummary({ frame, view }: { frame: Frame; view: QuoteView }) {
  const t = words[frame.language];
  return (
    <>
      {view.waits && <Notice tone="warn">{view.waits}</Notice>}
      {view.orders.map((order) => (
        <Card key={order.service} title={order.service}>
          <OrderLines frame={frame} caption={order.service} lines={order.lines} />
          <Notice tone={order.isFinal ? 'warn' : 'info'}>{order.deadline}</Notice>
        </Card>
      ))}
      <Card title={t.booking.total}>
        <Sums frame={frame} sums={view.sums} />
      </Card>
      <Card title={t.order.details}>
        <DescriptionList frame={frame} items={view.details} />
      </Card>
    </>
  );
}
