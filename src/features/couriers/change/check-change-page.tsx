import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  Notice,
  PageHeading,
  Steps,
} from '../../../ui/index.ts';
import { DifferenceTable, OrderLines, Sums } from '../../orders/index.ts';
import { COURIERS, changeHref, rideHref } from '../paths.ts';
import { words } from '../words.ts';
import type { ChangeCheckView } from './view.ts';

export interface CheckChangePageProps {
  frame: Frame;
  number: string;
  view: ChangeCheckView;
  carried: readonly [string, string][];
  submissionKey: string;
  formHref: string;
}

/** Second step of a change: what is different afterwards, and the price then. Only its button changes the ride. */
export function CheckChangePage(props: CheckChangePageProps) {
  const { frame, number, view, formHref } = props;
  const t = words[frame.language];
  const isChanged = view.differences.length > 0;
  return (
    <Layout frame={frame} title={t.changeCheckTitle} active={COURIERS}>
      <PageHeading
        title={t.changeCheckTitle}
        lead={isChanged && t.changeCheckLead}
        back={{ href: formHref, text: t.edit }}
      />
      <Steps frame={frame} steps={t.changeSteps} current={2} />
      {isChanged ? (
        <Change {...props} />
      ) : (
        <Card>
          <EmptyState
            title={t.nothingChanged}
            text={t.nothingChangedText}
            action={<ButtonLink href={rideHref(number)}>{t.pageTitle({ number })}</ButtonLink>}
          />
        </Card>
      )}
    </Layout>
  );
}

function Change({ frame, number, view, carried, submissionKey, formHref }: CheckChangePageProps) {
  const t = words[frame.language];
  return (
    <>
      <Card>
        <DifferenceTable caption={t.differences} headers={t.difference} rows={view.differences} />
      </Card>
      <Card title={t.priceAfter}>
        <OrderLines frame={frame} caption={t.priceAfter} lines={view.lines} />
        <p class="hint">{t.pricesOfToday}</p>
        <Sums frame={frame} sums={view.sums} />
      </Card>
      <Notice tone="info" title={t.cancellation}>
        <p>{t.policySentence({ fee: view.fee })}</p>
      </Notice>
      <Form frame={frame} action={changeHref(number)} idempotencyKey={submissionKey}>
        <HiddenFields fields={carried} />
        <Actions>
          <Button>{t.changeNow}</Button>
          <ButtonLink href={formHref}>{t.edit}</ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
