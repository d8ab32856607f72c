import {
  Actions,
  Badge,
  Button,
  Card,
  Deadline,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { type BookingView, SlotFields } from '../../orders/index.ts';
import type { DateView } from '../date-views.ts';
import { planHref } from '../paths.ts';
import { words } from '../words.ts';

export interface DatePageProps {
  frame: Frame;
  number: string;
  date: DateView;
  canSkip: boolean;
  /** It could be skipped, but not by this person. */
  lacksRight: boolean;
  canRestore: boolean;
  /** Where it can be moved to; undefined: nowhere any more. */
  moving: BookingView | undefined;
  errors: FormErrors;
  submissionKey: string;
  now: Temporal.Instant;
}

/** One date of a plan: what is known about it, and what can be done. */
export function DatePage(props: DatePageProps) {
  const { frame, number, date, canSkip, lacksRight, canRestore, moving, errors, now } = props;
  const t = words[frame.language];
  const title = t.dateTitle({ date: date.when });
  return (
    <Layout frame={frame} title={title} active="/abholungen" failed={errors.summary.length > 0}>
      <PageHeading title={title} back={{ href: planHref(number), text: t.backToPlan({ number }) }} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <DescriptionList
          frame={frame}
          items={[
            { term: t.date, value: `${date.when}, ${date.window}` },
            { term: t.what, value: <Badge tone={date.state.tone}>{date.state.text}</Badge> },
            ...(date.remark ? [{ term: t.plan, value: date.remark }] : []),
            ...(date.order
              ? [{ term: t.order, value: <a href={date.order.href}>{date.order.number}</a> }]
              : []),
            ...(date.deadline
              ? [{ term: t.deadline, value: <Deadline frame={frame} at={date.deadline} now={now} /> }]
              : []),
          ]}
        />
        {canSkip && <OneButton {...props} action="aussetzen" text={t.skipText} button={t.skip} danger />}
        {lacksRight && <p>{t.noRight}</p>}
        {canRestore && (
          <OneButton {...props} action="wiederaufnehmen" text={t.restoreText} button={t.restore} />
        )}
        {!canSkip && !lacksRight && !canRestore && !moving && <p>{t.nothingPossible}</p>}
      </Card>
      {moving && (
        <Card title={t.moveTitle}>
          <Form frame={frame} action={`${planHref(number)}/termin`} method="get">
            <Hidden name="datum" value={date.original} />
            <SlotFields frame={frame} view={moving} daysAction={`${planHref(number)}/termin`} />
            <Actions>
              <MoveButton {...props} />
            </Actions>
          </Form>
        </Card>
      )}
    </Layout>
  );
}

/** Choosing other days is a GET, moving is a POST: two forms that share the choice would need a script. */
function MoveButton({ frame }: DatePageProps) {
  return (
    <Button name="schritt" value="verschieben">
      {words[frame.language].move}
    </Button>
  );
}

function OneButton(
  props: DatePageProps & { action: string; text: string; button: string; danger?: boolean },
) {
  const { frame, number, date, action, text, button, danger, submissionKey } = props;
  return (
    <Form frame={frame} action={`${planHref(number)}/${action}`} idempotencyKey={submissionKey} plain>
      <Hidden name="date" value={date.original} />
      <p>{text}</p>
      <Actions>
        <Button kind={danger ? 'danger' : 'secondary'}>{button}</Button>
      </Actions>
    </Form>
  );
}
