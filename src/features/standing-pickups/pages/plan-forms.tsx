import type { ComponentChildren } from 'preact';
import {
  Actions,
  Button,
  Card,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  FieldRow,
  Form,
  type Frame,
  Hidden,
  HiddenFields,
  Layout,
  PageHeading,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { type BookingView, SlotFields } from '../../orders/index.ts';
import { planHref } from '../paths.ts';
import { words } from '../words.ts';

interface Of {
  frame: Frame;
  number: string;
  submissionKey: string;
}

/** The frame of every form about one plan. */
export function PlanForm(
  props: Pick<Of, 'frame' | 'number'> & {
    title: string;
    lead: string;
    errors: FormErrors;
    children: ComponentChildren;
  },
) {
  const { frame, number, title, lead, errors, children } = props;
  const back = { href: planHref(number), text: words[frame.language].backToPlan({ number }) };
  return (
    <Layout frame={frame} title={title} active="/abholungen" failed={errors.summary.length > 0}>
      <PageHeading title={title} lead={lead} back={back} />
      <ErrorSummary frame={frame} errors={errors} />
      {children}
    </Layout>
  );
}

export function AddDatePage({ frame, number, view }: Omit<Of, 'submissionKey'> & { view: BookingView }) {
  const t = words[frame.language];
  const action = `${planHref(number)}/zusatztermin`;
  return (
    <PlanForm frame={frame} number={number} title={t.addTitle} lead={t.addLead} errors={view.errors}>
      <Card>
        <Form frame={frame} action={action} method="get">
          <SlotFields frame={frame} view={view} daysAction={action} />
          <Actions>
            <Button name="schritt" value="pruefen">
              {t.toCheck}
            </Button>
          </Actions>
        </Form>
      </Card>
    </PlanForm>
  );
}

/** Asks once more before a window is taken: the choice of windows is a GET. */
export function ConfirmSlotPage(
  props: Of & {
    title: string;
    lead: string;
    button: string;
    action: string;
    when: string;
    carried: readonly [string, string][];
    errors: FormErrors;
  },
) {
  const { frame, number, title, lead, button, action, when, carried, errors, submissionKey } = props;
  return (
    <PlanForm frame={frame} number={number} title={title} lead={lead} errors={errors}>
      <Card title={when}>
        <Form frame={frame} action={`${planHref(number)}/${action}`} idempotencyKey={submissionKey}>
          <HiddenFields fields={carried} />
          <Actions>
            <Button>{button}</Button>
          </Actions>
        </Form>
      </Card>
    </PlanForm>
  );
}

export interface PauseRow {
  readonly id: string;
  readonly span: string;
  readonly reason: string;
}

export function PausesPage(
  props: Of & {
    rows: readonly PauseRow[];
    typed: Readonly<Record<'from' | 'until' | 'reason', string>>;
    earliest: string;
    errors: FormErrors;
    mayResume: boolean;
  },
) {
  const { frame, number, submissionKey, rows, typed, earliest, errors, mayResume } = props;
  const t = words[frame.language];
  return (
    <PlanForm frame={frame} number={number} title={t.pauseTitle} lead={t.pauseLead} errors={errors}>
      <Card>
        {rows.length === 0 ? (
          <EmptyState title={t.noPauses} />
        ) : (
          <DataTable
            caption={t.pauseTitle}
            rows={rows}
            columns={[
              { header: t.pauseSpan, cell: (row) => row.span, rowHeader: true },
              { header: t.reason, cell: (row) => row.reason },
              ...(mayResume
                ? [
                    {
                      header: t.actions,
                      cell: (row: PauseRow) => (
                        <Form
                          frame={frame}
                          action={`${planHref(number)}/pause-streichen`}
                          idempotencyKey={`${submissionKey}-${row.id}`}
                          plain
                        >
                          <Hidden name="pause" value={row.id} />
                          <Button kind="quiet" about={row.span}>
                            {t.removePause}
                          </Button>
                        </Form>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Card>
      <Card title={t.newPause}>
        <Form frame={frame} action={`${planHref(number)}/pausen`} idempotencyKey={submissionKey}>
          <FieldRow>
            <DateField
              name="from"
              label={t.pauseFrom}
              hint={t.pauseFromHint({ date: earliest })}
              value={typed.from}
              error={errors.of('from')}
            />
            <DateField name="until" label={t.pauseUntil} value={typed.until} error={errors.of('until')} />
          </FieldRow>
          <TextField
            name="reason"
            label={t.reason}
            optional
            maxLength={60}
            value={typed.reason}
            error={errors.of('reason')}
          />
          <Actions>
            <Button>{t.enterPause}</Button>
          </Actions>
        </Form>
      </Card>
    </PlanForm>
  );
}

export function EndPlanPage({
  frame,
  number,
  submissionKey,
  typed,
  earliest,
  errors,
}: Of & { typed: string; earliest: string; errors: FormErrors }) {
  const t = words[frame.language];
  return (
    <PlanForm frame={frame} number={number} title={t.endTitle({ number })} lead={t.endLead} errors={errors}>
      <Card>
        <Form frame={frame} action={`${planHref(number)}/beenden`} idempotencyKey={submissionKey}>
          <DateField
            name="lastDate"
            label={t.lastDate}
            hint={t.lastDateHint({ date: earliest })}
            value={typed}
            error={errors.of('lastDate')}
          />
          <Actions>
            <Button kind="danger">{t.end}</Button>
          </Actions>
        </Form>
      </Card>
    </PlanForm>
  );
}
