import { Actions, Button, Card, Form, type Frame, Hidden, TextField } from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { rideStepHref, rideUndoHref, type ServiceRow } from '../view.ts';
import { words } from '../words.ts';

/** The one step that is next for a courier ride, with what the firm will read about it. */
export function RideCard(props: {
  frame: Frame;
  row: ServiceRow;
  form: Readonly<Record<'fahrer' | 'empfaenger' | 'uhrzeit', string>>;
  errors: FormErrors;
}) {
  const { frame, row, form, errors } = props;
  const t = words[frame.language];
  const { nextRideStep: step } = row;
  if (!step) return null;
  return (
    <Card title={t.rideSteps[step]}>
      <Form frame={frame} action={rideStepHref(row.number)}>
        <Hidden name="schritt" value={step} />
        <Hidden name="fassung" value={row.orderVersion} />
        {step === 'assigned' && (
          <TextField
            name="fahrer"
            label={t.driver}
            hint={t.riderHint}
            maxLength={100}
            value={form.fahrer}
            error={errors.of('fahrer')}
          />
        )}
        {step === 'delivered' && (
          <TextField
            name="empfaenger"
            label={t.receiver}
            hint={t.receiverHint}
            maxLength={100}
            value={form.empfaenger}
            error={errors.of('empfaenger')}
          />
        )}
        {step !== 'assigned' && (
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
        )}
        <Actions>
          <Button>{t.rideSteps[step]}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

/** Takes the last step of a courier ride back. */
export function RideUndo({ frame, row }: { frame: Frame; row: ServiceRow }) {
  const t = words[frame.language];
  const { undoneRideStep: step } = row;
  if (!step) return null;
  return (
    <Card title={t.rideUndo.title({ step: t.rideSteps[step] })}>
      <p class="hint">{t.rideUndo.hint}</p>
      <Form frame={frame} action={rideUndoHref(row.number)} plain>
        <Hidden name="schritt" value={step} />
        <Button kind="secondary">{t.steps.undo}</Button>
      </Form>
    </Card>
  );
}
