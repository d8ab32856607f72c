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
  TextAreaField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { declineHref, FormErrorSummary, type OrderView, orderHref } from '../../orders/index.ts';
import { words } from '../words.ts';

export interface DeclinePageProps {
  frame: Frame;
  order: OrderView;
  /** It can be declined now; otherwise the page says why not. */
  isPossible: boolean;
  reason: string;
  errors: FormErrors;
}

/** Asks before declining, because it cannot be undone, and for the reason. */
export function DeclinePage({ frame, order, isPossible, reason, errors }: DeclinePageProps) {
  const t = words[frame.language].decline;
  const title = t.title({ number: order.number });
  return (
    <Layout frame={frame} title={title} active="/auftraege" width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={title} />
      <FormErrorSummary frame={frame} errors={errors} />
      <Card>
        <DescriptionList
          frame={frame}
          items={[
            { term: t.service, value: order.service },
            ...order.details,
            { term: t.sum, value: order.sums.at(-1)?.amount ?? '' },
          ]}
        />
        {isPossible ? (
          <Form frame={frame} action={declineHref(order.number)}>
            <p>
              <b>{t.question}</b> {t.consequence}
            </p>
            <TextAreaField
              name="reason"
              label={t.reason}
              hint={t.reasonHint}
              maxLength={500}
              value={reason}
              error={errors.of('reason')}
            />
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
