import {
  Actions,
  Badge,
  ButtonLink,
  Card,
  DescriptionList,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  Split,
  Stack,
} from '../../../ui/index.ts';
import { AgainCard, ApprovalNotice, OrderLines, orderHref, Sums } from '../../orders/index.ts';
import { COURIERS, cancelHref, changeHref } from '../paths.ts';
import type { RideView, StepView } from '../view.ts';
import { words } from '../words.ts';

export interface RidePageProps {
  frame: Frame;
  view: RideView;
  /** Comes from booking, changing or cancelling it just now. */
  just: 'booked' | 'changed' | 'cancelled' | undefined;
  now: Temporal.Instant;
}

export function RidePage({ frame, view, just, now }: RidePageProps) {
  const t = words[frame.language];
  const title = t.pageTitle({ number: view.number });
  return (
    <Layout frame={frame} title={title} active={COURIERS}>
      <PageHeading
        title={title}
        lead={<Badge tone={view.status.tone}>{view.status.text}</Badge>}
        back={{ href: COURIERS, text: t.back }}
      />
      {/* what waits for approval says so itself */}
      {just && !(just === 'booked' && view.approveUntil) && (
        <Notice tone="ok" title={t.was[just].title} live>
          <p>{t.was[just].text}</p>
        </Notice>
      )}
      {view.approveUntil && <ApprovalNotice frame={frame} until={view.approveUntil} now={now} />}
      <Split>
        <Stack>
          <Card title={t.details}>
            <DescriptionList frame={frame} items={view.details} />
          </Card>
          <Card title={t.price}>
            <OrderLines frame={frame} caption={t.price} lines={view.lines} />
            <Sums frame={frame} sums={view.sums} />
          </Card>
        </Stack>
        <Stack>
          <Card title={t.tracking}>
            <Tracking frame={frame} steps={view.steps} />
          </Card>
          <Possible frame={frame} view={view} />
          {view.again && <AgainCard frame={frame} again={view.again} number={view.number} />}
        </Stack>
      </Split>
    </Layout>
  );
}

/** The way from first to last, with what is still to come: unlike a history, which knows no future. */
function Tracking({ frame, steps }: { frame: Frame; steps: readonly StepView[] }) {
  return (
    <ol class="timeline">
      {steps.map((step) => (
        <li key={step.title} class={step.tone}>
          <b>{step.title}</b>
          {step.at && <time dateTime={step.at.toString()}>{frame.formats.dateTime(step.at)}</time>}
          {step.detail && <p>{step.detail}</p>}
        </li>
      ))}
    </ol>
  );
}

function Possible({ frame, view }: { frame: Frame; view: RideView }) {
  const t = words[frame.language];
  const { cancel, change, number } = view;
  return (
    <Card title={t.possible}>
      {change && <p>{change.text}</p>}
      <p>{cancel.text}</p>
      {change && !change.may && <p>{t.noChangeRight}</p>}
      {cancel.fee !== undefined && !cancel.may && <p>{t.noRight}</p>}
      <Actions>
        {change?.may && <ButtonLink href={changeHref(number)}>{t.change}</ButtonLink>}
        {cancel.fee !== undefined && cancel.may && (
          <ButtonLink href={cancelHref(number)} kind="danger">
            {t.cancel}
          </ButtonLink>
        )}
        <ButtonLink href={orderHref(number)} kind="quiet">
          {t.toOrder}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
