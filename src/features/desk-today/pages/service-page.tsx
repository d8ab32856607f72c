import type { DayStep } from '../../../domain/orders/index.ts';
import {
  Actions,
  Badge,
  Button,
  Card,
  DescriptionList,
  ErrorSummary,
  FieldRow,
  Form,
  type Frame,
  Hidden,
  Layout,
  NumberField,
  PageHeading,
  SelectField,
  type SelectOption,
  Split,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { type ServiceRow, serviceHref, TODAY } from '../view.ts';
import { words } from '../words.ts';
import { RideCard, RideUndo } from './ride-card.tsx';

export type ServiceForm = Readonly<
  Record<
    | 'fahrtour'
    | 'fahrer'
    | 'grund'
    | 'anmerkung'
    | 'empfaenger'
    | 'uhrzeit'
    | 'stueck'
    | 'gebracht'
    | 'mitgenommen',
    string
  >
>;

export interface ServicePageProps {
  frame: Frame;
  row: ServiceRow;
  dayHref: string;
  /** What it can be given to. */
  drivenTours: readonly SelectOption[];
  reasons: readonly SelectOption[];
  form: ServiceForm;
  errors: FormErrors;
}

/** One service of the day, with everything that can be said about its end. */
export function ServicePage(props: ServicePageProps) {
  const { frame, row, errors } = props;
  const t = words[frame.language];
  const title = t.detailsTitle(row);
  const facts = [
    { term: t.columns.window, value: row.window },
    { term: t.columns.customer, value: row.customer },
    { term: t.columns.address, value: row.address },
    { term: t.contact, value: row.contact },
    { term: t.hint, value: row.hint },
    { term: t.columns.zone, value: row.zone },
    { term: t.columns.tour, value: row.tour },
  ].filter(({ value }) => value !== '');
  return (
    <Layout frame={frame} title={title} active={TODAY} failed={errors.summary.length > 0}>
      <PageHeading
        title={title}
        lead={
          <>
            {row.service} <Badge tone={row.state.tone}>{row.state.text}</Badge> {row.state.detail}
          </>
        }
        back={{ href: props.dayHref, text: t.backToDay }}
      />
      <ErrorSummary frame={frame} errors={errors} />
      <Split>
        <Stack>
          <Card>
            <DescriptionList frame={frame} items={facts} />
          </Card>
          <RideCard frame={frame} row={row} form={props.form} errors={errors} />
          {row.steps.includes('complete') && <CompleteCard {...props} />}
          {row.steps.includes('fail') && <FailCard {...props} />}
        </Stack>
        <Stack>
          {row.steps.includes('assign') && <AssignCard {...props} />}
          <RideUndo frame={frame} row={row} />
          <SimpleSteps {...props} />
        </Stack>
      </Split>
    </Layout>
  );
}

function StepForm(props: ServicePageProps & { step: DayStep; children?: preact.ComponentChildren }) {
  const { frame, row, step } = props;
  const t = words[frame.language];
  return (
    <Form frame={frame} action={serviceHref(row.number)}>
      <Hidden name="auftrag" value={row.tick} />
      {props.children}
      <Actions>
        <Button
          kind={step === 'fail' ? 'danger' : step === 'complete' ? 'primary' : 'secondary'}
          name="schritt"
          value={step}
        >
          {t.steps[step]}
        </Button>
      </Actions>
    </Form>
  );
}

function CompleteCard(props: ServicePageProps) {
  const { frame, form, errors } = props;
  const t = words[frame.language];
  return (
    <Card title={t.steps.complete}>
      <StepForm {...props} step="complete">
        <FieldRow>
          <TextField
            name="uhrzeit"
            label={t.time}
            hint={t.timeHint}
            optional
            width="short"
            maxLength={5}
            value={form.uhrzeit}
            error={errors.of('uhrzeit')}
          />
          <NumberField
            name="stueck"
            label={t.piecesLabel}
            optional
            value={form.stueck}
            error={errors.of('stueck')}
          />
        </FieldRow>
        <FieldRow>
          <NumberField
            name="gebracht"
            label={t.boxesOutLabel}
            optional
            value={form.gebracht}
            error={errors.of('gebracht')}
          />
          <NumberField
            name="mitgenommen"
            label={t.boxesInLabel}
            optional
            value={form.mitgenommen}
            error={errors.of('mitgenommen')}
          />
        </FieldRow>
      </StepForm>
    </Card>
  );
}

function FailCard(props: ServicePageProps) {
  const { frame, form, errors, reasons } = props;
  const t = words[frame.language];
  return (
    <Card title={t.steps.fail}>
      <StepForm {...props} step="fail">
        <SelectField
          name="grund"
          label={t.reason}
          options={reasons}
          placeholder={t.chooseReason}
          value={form.grund}
          error={errors.of('grund')}
        />
        <TextField
          name="anmerkung"
          label={t.note}
          optional
          maxLength={200}
          value={form.anmerkung}
          error={errors.of('anmerkung')}
        />
      </StepForm>
    </Card>
  );
}

function AssignCard(props: ServicePageProps) {
  const { frame, drivenTours, form, errors } = props;
  const t = words[frame.language];
  return (
    <Card title={t.steps.assign}>
      <StepForm {...props} step="assign">
        <SelectField
          name="fahrtour"
          label={t.tour}
          options={drivenTours}
          placeholder={drivenTours.length > 0 ? t.chooseTour : t.noTourYet}
          value={form.fahrtour}
          error={errors.of('fahrtour')}
        />
        <TextField name="fahrer" label={t.driver} optional maxLength={60} value={form.fahrer} />
      </StepForm>
    </Card>
  );
}

/** Steps that need no more words. */
function SimpleSteps(props: ServicePageProps) {
  const steps = (['accept', 'undo'] as const).filter((step) => props.row.steps.includes(step));
  if (steps.length === 0) return null;
  return (
    <Card>
      {steps.map((step) => (
        <StepForm key={step} {...props} step={step} />
      ))}
    </Card>
  );
}
