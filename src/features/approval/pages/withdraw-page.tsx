import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  Form,
  type Frame,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { FormErrorSummary, type OrderView, orderHref, withdrawHref } from '../../orders/index.ts';
import { words } from '../words.ts';

export interface WithdrawPageProps {
  frame: Frame;
  order: OrderView;
  /** It can be taken back now; otherwise the page says why not. */
  isPossible: boolean;
  errors: FormErrors;
}

/** Asks before an order that waits is taken back. */
export function WithdrawPage({ frame, order, isPossible, errors }: WithdrawPageProps) {
  const t = words[frame.language].withdraw;
  const title = t.title({ number: order.number });
  return (
    <Layout frame={frame} title={title} active="/auftraege" width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={title} />
      <FormErrorSummary frame={frame} errors={errors} />
      <Card>
        <DescriptionList
          frame={frame}
          items={[{ term: words[frame.language].decline.service, value: order.service }, ...order.details]}
        />
        {isPossible ? (
          <Form frame={frame} action={withdrawHref(order.number)}>
            <p>
              <b>{t.question}</b> {t.consequence}
            </p>
            <Actions>
              <Button kind="danger">{t.yes}</Button>
              <ButtonLink href={orderHref(order.number)}>{t.no}</ButtonLink>
            </Actions>
          </Form>
        ) : (
          <ButtonLink href={orderHref(order.number)}>{t.no}</ButtonLink>
        )}
      </Card>
    </Layout>
  );
}
