import { Fragment } from 'preact';
import {
  Actions,
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
  type TimelineEntry,
} from '../../../ui/index.ts';
import { type AgainView, changeHref, type HistoryEntry, type OrderView, orderHref } from '../view.ts';
import { words } from '../words.ts';
import { AgainCard } from './again-card.tsx';
import { OrderLines } from './order-lines.tsx';
import { Sums } from './sums.tsx';

export interface OrderPageProps {
  frame: Frame;
  order: OrderView;
  now: Temporal.Instant;
  /** Comes from changing or cancelling it just now. */
  just?: 'changed' | 'cancelled' | undefined;
  again: AgainView | undefined;
}

export function OrderPage({ frame, order, now, just, again }: OrderPageProps) {
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
      {just && (
        <Notice tone="ok" title={just === 'changed' ? t.wasChanged : t.wasCancelled} live>
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
            <Possible frame={frame} order={order} now={now} />
            {order.ownHref && !order.isCancelledThere && (
              <p>
                <a href={order.ownHref}>{t.ownPage}</a>
              </p>
            )}
          </Card>
          <Card title={t.history}>
            <Timeline frame={frame} entries={order.history.map(timelineEntry)} />
          </Card>
          {again && <AgainCard frame={frame} again={again} number={order.number} />}
          <p>
            <a href={`/kontakt?auftrag=${order.number}`}>{t.ask}</a>
          </p>
        </Stack>
      </Split>
    </Layout>
  );
}

function Possible({ frame, order, now }: Pick<OrderPageProps, 'frame' | 'order' | 'now'>) {
  const t = words[frame.language].order;
  const { possibility, change, ownHref } = order;
  if (ownHref && order.isCancelledThere) return <OwnPage frame={frame} href={ownHref} />;
  const cancel = possibility.kind === 'cancel' ? possibility : undefined;
  const isOneDeadline = change && cancel?.until.equals(change.until);
  const until = (term: string, at: Temporal.Instant) => (
    <p>
      {term} <Deadline frame={frame} at={at} now={now} />
    </p>
  );
  return (
    <>
      {possibility.kind === 'note' && <p>{possibility.text}</p>}
      {change && until(isOneDeadline ? t.bothUntil : t.changeUntil, change.until)}
      {cancel && !isOneDeadline && until(t.cancelUntil, cancel.until)}
      {cancel && <p class="hint">{t.cancelFree}</p>}
      {change && !change.mayChange && <p>{t.noChangeRight}</p>}
      {cancel && !cancel.mayCancel && <p>{t.noRight}</p>}
      {(change?.mayChange || cancel?.mayCancel) && (
        <Actions>
          {change?.mayChange && (
            <ButtonLink href={ownHref ? `${ownHref}/aendern` : changeHref(order.number)}>
              {t.change}
            </ButtonLink>
          )}
          {cancel?.mayCancel && (
            <ButtonLink href={`${orderHref(order.number)}/stornieren`} kind="danger">
              {t.cancel}
            </ButtonLink>
          )}
        </Actions>
      )}
    </>
  );
}

function OwnPage({ frame, href }: { frame: Frame; href: string }) {
  const t = words[frame.language].order;
  return (
    <>
      <p>{t.ownPageText}</p>
      <Actions>
        <ButtonLink href={href}>{t.ownPage}</ButtonLink>
      </Actions>
    </>
  );
}

/** An event as the timeline shows it: who, and below what changed. */
const timelineEntry = ({ at, title, who, tone, changes }: HistoryEntry): TimelineEntry => ({
  at,
  title,
  tone,
  detail: (
    <>
      {who}
      {changes.map((change) => (
        <Fragment key={change}>
          <br />
          {change}
        </Fragment>
      ))}
    </>
  ),
});
