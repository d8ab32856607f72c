import {
  Actions,
  Button,
  Card,
  type DescriptionItem,
  DescriptionList,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  Notice,
  PageHeading,
  Steps,
} from '../../../ui/index.ts';
import { OrderLines, type QuoteView, Sums } from '../../orders/index.ts';
import { COURIERS } from '../paths.ts';
import { words } from '../words.ts';

export interface CheckRidePageProps {
  frame: Frame;
  details: readonly DescriptionItem[];
  price: QuoteView;
  /** What cancelling costs once a rider is assigned. */
  fee: string;
  carried: readonly [string, string][];
  submissionKey: string;
  formHref: string;
}

/** Second step: the price, and by which rule it can be cancelled. Only its button books. */
export function CheckRidePage(props: CheckRidePageProps) {
  const { frame, details, price, fee, carried, submissionKey, formHref } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.checkTitle} active={COURIERS}>
      <PageHeading title={t.checkTitle} lead={t.checkLead} back={{ href: formHref, text: t.edit }} />
      <Steps frame={frame} steps={t.steps} current={2} />
      {price.waits && <Notice tone="warn">{price.waits}</Notice>}
      <Card title={t.price}>
        {price.orders.map((order) => (
          <OrderLines key={order.service} frame={frame} caption={t.price} lines={order.lines} />
        ))}
        <Sums frame={frame} sums={price.sums} />
      </Card>
      <Card title={t.details}>
        <DescriptionList frame={frame} items={details} />
      </Card>
      <Notice tone="info" title={t.cancellation}>
        <p>{t.policySentence({ fee })}</p>
        <p>{t.changePolicy}</p>
      </Notice>
      <Form frame={frame} action={COURIERS} idempotencyKey={submissionKey}>
        <HiddenFields fields={carried} />
        <Actions>
          <Button>{t.bookNow}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
