import { Fragment } from 'preact';
import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  Card,
  Deadline,
  DescriptionList,
  Form,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  Split,
  Stack,
  Timeline,
  type TimelineEntry,
} from '../../../ui/index.ts';
import { approveHref, declineHref, withdrawHref } from '../approval-paths.ts';
import { type AgainView, changeHref, type HistoryEntry, type OrderView, orderHref } from '../view.ts';
import { words } from '../words.ts';
import { AgainCard } from './again-card.tsx';
import { ApprovalNotice } from './approval-notice.tsx';
import { OrderLines } from './order-lines.tsx';
import { Sums } from './sums.tsx';

export interface OrderPageProps {
  frame: Frame;
  order: OrderView;
  now: Temporal.Instant;
  /** Comes from changing, cancelling or deciding about it just now. */
  just?: 'changed' | 'cancelled' | 'approved' | 'declined' | 'withdrawn' | undefined;
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
        <Notice tone="ok" title={JUST[just](frame).title} live>
          {JUST[just](frame).text}
        </Notice>
      )}
      {order.approval && (
        <ApprovalNotice frame={frame} until={order.approval.until} now={now}>
          <Decide frame={frame} order={order} />
        </ApprovalNotice>
      )}
      <Split>
        <Stack>
          <Card title={t.details}>
            <DescriptionList frame={frame} items={order.details} />
            {order.appointmentHref && (
              <p>
                <a href={order.appointmentHref} download>
                  {t.appointment}
                </a>
              </p>
            )}
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
            {order.plan && (
              <p>
                <a href={order.plan.href}>{t.plan({ number: order.plan.number })}</a>
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

/** What the page says after something was done. */
const JUST: Readonly<
  Record<NonNullable<OrderPageProps['just']>, (frame: Frame) => { title: string; text: string }>
> = {
  changed: ({ language }) => ({
    title: words[language].order.wasChanged,
    text: words[language].order.wasCancelledText,
  }),
  cancelled: ({ language }) => ({
    title: words[language].order.wasCancelled,
    text: words[language].order.wasCancelledText,
  }),
  approved: ({ language }) => ({
    title: words[language].approval.wasApproved,
    text: words[language].approval.isTold,
  }),
  declined: ({ language }) => ({
    title: words[language].approval.wasDeclined,
    text: words[language].approval.isTold,
  }),
  withdrawn: ({ language }) => ({
    title: words[language].approval.wasWithdrawn,
    text: words[language].order.wasCancelledText,
  }),
};

/** Deciding about an order that waits: on top, because that is what the letter led here for. */
function Decide({ frame, order }: Pick<OrderPageProps, 'frame' | 'order'>) {
  const t = words[frame.language].approval;
  const { approval, number } = order;
  if (approval?.isOwn) return <p>{t.own}</p>;
  if (!approval?.mayDecide) return null;
  return (
    <Form frame={frame} action={approveHref(number)} plain>
      <Actions>
        <Button>{t.approve}</Button>
        <ButtonLink href={declineHref(number)}>{t.decline}</ButtonLink>
      </Actions>
    </Form>
  );
}

/** Taking an order back that waits, for whoever placed it or may cancel. */
function TakeBack({ frame, order }: Pick<OrderPageProps, 'frame' | 'order'>) {
  const t = words[frame.language];
  const { approval, number, possibility } = order;
  const mayCancel = possibility.kind === 'cancel' && possibility.mayCancel;
  if (!approval?.mayWithdraw && !mayCancel) return <p>{t.approval.nothing}</p>;
  return (
    <Actions>
      {approval?.mayWithdraw ? (
        <ButtonLink href={withdrawHref(number)} kind="danger">
          {t.approval.withdraw}
        </ButtonLink>
      ) : (
        <ButtonLink href={`${orderHref(number)}/stornieren`} kind="danger">
          {t.order.cancel}
        </ButtonLink>
      )}
    </Actions>
  );
}

function Possible({ frame, order, now }: Pick<OrderPageProps, 'frame' | 'order' | 'now'>) {
  const t = words[frame.language].order;
  const { possibility, change, ownHref } = order;
  if (order.approval) return <TakeBack frame={frame} order={order} />;
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
