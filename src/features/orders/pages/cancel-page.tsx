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
import { type OrderView, orderHref } from '../view.ts';
import { words } from '../words.ts';
import { FormErrorSummary } from './booking-frame.tsx';

export interface CancelPageProps {
  frame: Frame;
  order: OrderView;
  /** It can be cancelled now; otherwise the page says why not. */
  isPossible: boolean;
  errors: FormErrors;
}

/** Asks before cancelling, because it cannot be undone. */
export function CancelPage({ frame, order, isPossible, errors }: CancelPageProps) {
  const t = words[frame.language].cancel;
  const title = t.title({ number: order.number });
  return (
    <Layout frame={frame} title={title} active="/auftraege" width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={title} />
      <FormErrorSummary frame={frame} errors={errors} />
      <Card>
        <DescriptionList
          frame={frame}
          items={[{ term: t.service, value: order.service }, ...order.details]}
        />
        {isPossible && (
          <Form frame={frame} action={`${orderHref(order.number)}/stornieren`}>
            <p>
              <b>{t.question}</b> {t.consequence}
            </p>
            <Actions>
              <Button kind="danger">{t.yes}</Button>
              <ButtonLink href={orderHref(order.number)}>{t.no}</ButtonLink>
            </Actions>
          </Form>
        )}
        {!isPossible && <ButtonLink href={orderHref(order.number)}>{t.no}</ButtonLink>}
      </Card>
    </Layout>
  );
}
