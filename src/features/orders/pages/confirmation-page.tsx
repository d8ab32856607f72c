import {
  Actions,
  ButtonLink,
  Card,
  DescriptionList,
  type Frame,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import type { OrderView } from '../view.ts';
import { orderHref } from '../view.ts';
import { words } from '../words.ts';

/** What a form led to; after it was sent, and as often as it is looked at. */
export function ConfirmationPage({ frame, orders }: { frame: Frame; orders: readonly OrderView[] }) {
  const t = words[frame.language];
  const waits = orders.some((order) => order.approval);
  const title = waits ? t.confirmation.titleWaiting : t.confirmation.title;
  return (
    <Layout frame={frame} title={title} active="/auftraege">
      <PageHeading title={title} lead={waits ? t.confirmation.leadWaiting : t.confirmation.lead} />
      {orders.length > 1 && <Notice tone="info">{t.confirmation.split}</Notice>}
      {orders.map((order) => (
        <Card
          key={order.number}
          title={`${order.number} · ${order.service}`}
          action={
            <ButtonLink href={orderHref(order.number)} about={order.number}>
              {t.confirmation.show}
            </ButtonLink>
          }
        >
          <DescriptionList
            frame={frame}
            items={[
              ...order.details,
              ...(order.approval
                ? [{ term: t.approval.until, value: frame.formats.dateTime(order.approval.until) }]
                : [{ term: t.order.possible, value: possibleWords(order, frame) }]),
            ]}
          />
        </Card>
      ))}
      <Actions>
        <ButtonLink href="/" kind="primary">
          {t.confirmation.home}
        </ButtonLink>
        <ButtonLink href="/auftraege">{t.confirmation.list}</ButtonLink>
      </Actions>
    </Layout>
  );
}

function possibleWords({ possibility }: OrderView, frame: Frame): string {
  if (possibility.kind === 'note') return possibility.text;
  return words[frame.language].booking.cancellable({ until: frame.formats.dateTime(possibility.until) });
}
