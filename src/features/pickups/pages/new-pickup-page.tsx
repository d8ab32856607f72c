import { Actions, Button, Card, Form, type Frame, Layout, PageHeading, Steps } from '../../../ui/index.ts';
import { BookingFields, type BookingView, FormErrorSummary, NothingToBook } from '../../orders/index.ts';
import type { PickupTerms } from '../view.ts';
import { words } from '../words.ts';

export function NewPickupPage({
  frame,
  view,
  terms,
}: {
  frame: Frame;
  view: BookingView;
  terms: PickupTerms;
}) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.newTitle} active="/abholungen" failed={view.errors.summary.length > 0}>
      <PageHeading title={t.newTitle} lead={t.newLead} back={{ href: '/abholungen', text: t.title }} />
      <Steps frame={frame} steps={t.steps} current={1} />
      <FormErrorSummary frame={frame} errors={view.errors} />
      <Card>
        <p>
          {terms.hours} <b>{terms.price}</b>
        </p>
        <NothingToBook frame={frame} view={view}>
          <Form frame={frame} action="/abholungen/neu/pruefen" method="get">
            <BookingFields frame={frame} view={view} daysAction="/abholungen/neu" />
            <Actions>
              <Button>{t.toCheck}</Button>
            </Actions>
          </Form>
        </NothingToBook>
      </Card>
    </Layout>
  );
}
