import {
  Actions,
  Button,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  PageHeading,
  Steps,
} from '../../../ui/index.ts';
import type { DateView } from '../date-views.ts';
import { PLANS_PATH } from '../paths.ts';
import type { PlanFormView } from '../view.ts';
import { words } from '../words.ts';
import { DateList } from './date-list.tsx';
import { PlanFields, SpanFields } from './plan-fields.tsx';

interface Terms {
  readonly hours: string;
  readonly price: string;
}

/** First step: a GET form. */
export function NewPlanPage(props: { frame: Frame; view: PlanFormView; terms: Terms; earliest: string }) {
  const { frame, view, terms, earliest } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.newTitle} active="/abholungen" failed={view.errors.summary.length > 0}>
      <PageHeading title={t.newTitle} lead={t.lead} back={{ href: PLANS_PATH, text: t.title }} />
      <Steps frame={frame} steps={t.steps} current={1} />
      <ErrorSummary frame={frame} errors={view.errors} />
      <Card>
        <p>
          {terms.hours} <b>{terms.price}</b>
        </p>
        <Form frame={frame} action={`${PLANS_PATH}/neu/pruefen`} method="get">
          <SpanFields frame={frame} view={view} earliest={earliest} />
          <PlanFields frame={frame} view={view} asks={{ daysAction: `${PLANS_PATH}/neu` }} />
          <Actions>
            <Button>{t.toCheck}</Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}

export interface CheckPlanPageProps {
  frame: Frame;
  facts: readonly { readonly term: string; readonly value: string }[];
  dates: readonly DateView[];
  terms: Terms;
  madeAhead: string;
  carried: readonly [string, string][];
  submissionKey: string;
  formHref: string;
  now: Temporal.Instant;
}

/** Second step: what the plan means, with its holidays. Only its button sets it up. */
export function CheckPlanPage(props: CheckPlanPageProps) {
  const { frame, facts, dates, terms, carried, formHref, now } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.checkTitle} active="/abholungen">
      <PageHeading title={t.checkTitle} lead={t.checkLead} back={{ href: formHref, text: t.change }} />
      <Steps frame={frame} steps={t.steps} current={2} />
      <Card title={t.plan}>
        <DescriptionList frame={frame} items={facts.map((fact) => ({ ...fact, change: formHref }))} />
        <p>
          <b>{terms.price}</b>
        </p>
      </Card>
      <Card title={t.preview}>
        <DateList frame={frame} caption={t.preview} dates={dates} now={now} isPreview />
        <p class="hint">{t.ordersAhead({ days: props.madeAhead })}</p>
      </Card>
      <Form frame={frame} action={PLANS_PATH} idempotencyKey={props.submissionKey}>
        <HiddenFields fields={carried} />
        <Actions>
          <Button>{t.setUpNow}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
