import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  PageHeading,
  Steps,
} from '../../../ui/index.ts';
import { BookingFields, type BookingView, NothingToBook } from '../../orders/index.ts';
import { words } from '../words.ts';

export interface DeliveryPageProps {
  frame: Frame;
  view: BookingView;
  /** When the services of the basket are there, and until when they are ordered, each in a sentence. */
  hours: readonly string[];
  /** The quantities of the first step. */
  carried: readonly [string, string][];
  backHref: string;
}

/** Second step: when and where. */
export function DeliveryPage({ frame, view, hours, carried, backHref }: DeliveryPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.deliveryTitle} active="/bestellen" failed={view.errors.summary.length > 0}>
      <PageHeading
        title={t.deliveryTitle}
        lead={t.deliveryLead}
        back={{ href: backHref, text: t.backToProducts }}
      />
      <Steps frame={frame} steps={t.steps} current={2} />
      <ErrorSummary frame={frame} errors={view.errors} />
      <Card>
        {hours.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <NothingToBook frame={frame} view={view}>
          <Form frame={frame} action="/bestellen/pruefen" method="get">
            <HiddenFields fields={carried} />
            <BookingFields frame={frame} view={view} daysAction="/bestellen/lieferung" />
            <Actions>
              <Button>{t.toCheck}</Button>
            </Actions>
          </Form>
        </NothingToBook>
      </Card>
    </Layout>
  );
}
