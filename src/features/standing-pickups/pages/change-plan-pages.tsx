import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DateField,
  EmptyState,
  Form,
  type Frame,
  Hidden,
  HiddenFields,
  Steps,
} from '../../../ui/index.ts';
import { noErrors } from '../../../web/index.ts';
import { type Difference, WhatChanges } from '../../orders/index.ts';
import type { DateView } from '../date-views.ts';
import { planHref } from '../paths.ts';
import type { PlanFormView } from '../view.ts';
import { words } from '../words.ts';
import { DateList } from './date-list.tsx';
import { PlanFields } from './plan-fields.tsx';
import { PlanForm } from './plan-forms.tsx';

/** First step: a GET form with the plan as it is. */
export function ChangePlanPage(props: {
  frame: Frame;
  number: string;
  view: PlanFormView;
  earliest: string;
}) {
  const { frame, number, view, earliest } = props;
  const t = words[frame.language];
  const title = t.changeTitle({ number });
  return (
    <PlanForm frame={frame} number={number} title={title} lead={t.changeLead} errors={view.errors}>
      <Steps frame={frame} steps={t.changeSteps} current={1} />
      <Card>
        <Form frame={frame} action={`${planHref(number)}/aendern/pruefen`} method="get">
          <Hidden name="revision" value={view.typed.revision} />
          <DateField
            name="from"
            label={t.changeFrom}
            hint={t.changeFromHint({ date: earliest })}
            value={view.typed.from}
            error={view.errors.of('from')}
          />
          <PlanFields frame={frame} view={view} asks={{ daysAction: `${planHref(number)}/aendern` }} />
          <Actions>
            <Button>{t.toCheck}</Button>
          </Actions>
        </Form>
      </Card>
    </PlanForm>
  );
}

export interface CheckPlanChangeProps {
  frame: Frame;
  number: string;
  /** From when on, in words. */
  from: string;
  differences: readonly Difference[];
  dates: readonly DateView[];
  carried: readonly [string, string][];
  submissionKey: string;
  formHref: string;
  now: Temporal.Instant;
}

/** Second step: what is different from when on, and the dates that follow. Only its button changes the plan. */
export function CheckPlanChangePage(props: CheckPlanChangeProps) {
  const { frame, number, from, differences, dates, carried, submissionKey, formHref, now } = props;
  const t = words[frame.language];
  if (differences.length === 0)
    return (
      <PlanForm frame={frame} number={number} title={t.changeCheckTitle} lead="" errors={noErrors}>
        <Card>
          <EmptyState
            title={t.nothingChanged}
            text={t.nothingChangedText}
            action={<ButtonLink href={formHref}>{t.change}</ButtonLink>}
          />
        </Card>
      </PlanForm>
    );
  const lead = t.changeCheckLead({ date: from });
  return (
    <PlanForm frame={frame} number={number} title={t.changeCheckTitle} lead={lead} errors={noErrors}>
      <Steps frame={frame} steps={t.changeSteps} current={2} />
      <WhatChanges frame={frame} rows={differences} />
      <Card title={t.previewFrom({ date: from })}>
        <DateList frame={frame} caption={t.previewFrom({ date: from })} dates={dates} now={now} isPreview />
        <p class="hint">{t.ordersFollow}</p>
      </Card>
      <Form frame={frame} action={`${planHref(number)}/aendern`} idempotencyKey={submissionKey}>
        <HiddenFields fields={carried} />
        <Actions>
          <Button>{t.changeNow}</Button>
          <ButtonLink href={formHref}>{t.change}</ButtonLink>
        </Actions>
      </Form>
    </PlanForm>
  );
}
