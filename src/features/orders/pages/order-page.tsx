import {
  Badge,
  ButtonLink,
  Card,
  Deadline,
  DescriptionList,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  Split,
  Stack,
  Timeline,
} from '../../../ui/index.ts';
import type { OrderView, Possibility } from '../view.ts';
import { words } from '../words.ts';
import { OrderLines } from './order-lines.tsx';
import { Sums } from './sums.tsx';

export interface OrderPageProps {
  frame: Frame;
  order: OrderView;
  now: Temporal.Instant;
  /** Comes from cancelling it just now. */
  justCancelled: boolean;
}

export function OrderPage({ frame, order, now, justCancelled }: OrderPageProps) {
  const t = words[frame.language].order;
  return (
    <Layout frame={frame} title={t.title({ number: order.number })} active="/auftraege">
      <PageHeading
        title={t.title({ number: order.number })}
        lead={
          <>
            {order.service} <Badge tone={order.status.tone}>{order.status.text}</Badge>
          </>
        }
        back={{ href: '/auftraege', text: t.back }}
      />
      {justCancelled && (
        <Notice tone="ok" title={t.wasCancelled} live>
          {t.wasCancelledText}
        </Notice>
      )}
      <Split>
        <Stack>
          <Card title={t.details}>
            <DescriptionList frame={frame} items={order.details} />
          </Card>
          <Card title={t.lines}>
            <OrderLines frame={frame} caption={t.lines} lines={order.lines} />
            <Sums frame={frame} sums={order.sums} />
          </Card>
        </Stack>
        <Stack>
          <Card title={t.possible}>
            <Possible frame={frame} order={order} possibility={order.possibility} now={now} />
          </Card>
          <Card title={t.history}>
            <Timeline frame={frame} entries={order.history} />
          </Card>
        </Stack>
      </Split>
    </Layout>
  );
}

function Possible(props: {
  frame: Frame;
  order: OrderView;
  possibility: Possibility;
  now: Temporal.Instant;
}) {
  const { frame, order, possibility, now } = props;
  const t = words[frame.language].order;
  if (possibility.kind === 'note') return <p>{possibility.text}</p>;
  return (
    <>
      <p>
        {t.cancelUntil} <Deadline frame={frame} at={possibility.until} now={now} />
      </p>
      <p class="hint">{t.cancelFree}</p>
      {possibility.mayCancel ? (
        <ButtonLink href={`/auftraege/${order.number}/stornieren`} kind="danger">
          {t.cancel}
        </ButtonLink>
      ) : (
        <p>{t.noRight}</p>
      )}
    </>
  );
}
