import {
  Actions,
  Button,
  ButtonLink,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  PageHeading,
  Steps,
} from '../../../ui/index.ts';
import { QuoteSummary, type QuoteView } from '../../orders/index.ts';
import { words } from '../words.ts';

export interface CheckPageProps {
  frame: Frame;
  view: QuoteView;
  /** All answers, sent as they were checked. */
  carried: readonly [string, string][];
  submissionKey: string;
  productsHref: string;
  deliveryHref: string;
}

/** Third step: is all this right? Only its button places the order. */
export function CheckPage({
  frame,
  view,
  carried,
  submissionKey,
  productsHref,
  deliveryHref,
}: CheckPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.checkTitle} active="/bestellen">
      <PageHeading
        title={t.checkTitle}
        lead={t.checkLead}
        back={{ href: deliveryHref, text: t.backToDelivery }}
        actions={<ButtonLink href={productsHref}>{t.backToProducts}</ButtonLink>}
      />
      <Steps frame={frame} steps={t.steps} current={3} />
      <QuoteSummary frame={frame} view={view} />
      <Form frame={frame} action="/bestellen" idempotencyKey={submissionKey}>
        <HiddenFields fields={carried} />
        <Actions>
          <Button>{t.order}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
