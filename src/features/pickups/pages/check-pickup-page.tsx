import { Actions, Button, Form, type Frame, Hidden, Layout, PageHeading, Steps } from '../../../ui/index.ts';
import { QuoteSummary, type QuoteView } from '../../orders/index.ts';
import { words } from '../words.ts';

export interface CheckPickupPageProps {
  frame: Frame;
  view: QuoteView;
  carried: readonly [string, string][];
  submissionKey: string;
  changeHref: string;
}

export function CheckPickupPage({ frame, view, carried, submissionKey, changeHref }: CheckPickupPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.checkTitle} active="/abholungen">
      <PageHeading title={t.checkTitle} lead={t.checkLead} back={{ href: changeHref, text: t.change }} />
      <Steps frame={frame} steps={t.steps} current={2} />
      <QuoteSummary frame={frame} view={view} />
      <Form frame={frame} action="/abholungen" idempotencyKey={submissionKey}>
        {carried.map(([name, value]) => (
          <Hidden key={name} name={name} value={value} />
        ))}
        <Actions>
          <Button>{t.bookNow}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
