import {
  Actions,
  Button,
  Card,
  CheckboxField,
  EmptyState,
  FieldRow,
  Form,
  type Frame,
  Hidden,
  Layout,
  NumberField,
  PageHeading,
  RadioCards,
  SelectField,
  Steps,
  TextField,
} from '../../../ui/index.ts';
import { AccountFields, CutNotice, FormErrorSummary, SlotFields } from '../../orders/index.ts';
import type { RideFormView } from '../form-view.ts';
import { COURIERS, NEW_RIDE } from '../paths.ts';
import { words } from '../words.ts';
import { PlaceFields } from './place-fields.tsx';

/** First step: a GET form, so that nothing is lost on the way. */
export function NewRidePage(props: {
  frame: Frame;
  view: RideFormView;
  hours: string;
  /** Begins with the answers of an earlier ride, not all of which can be given any more. */
  isCut: boolean;
}) {
  const { frame, view, hours, isCut } = props;
  const t = words[frame.language];
  const { errors } = view;
  return (
    <Layout frame={frame} title={t.newTitle} active={COURIERS} failed={errors.summary.length > 0}>
      <PageHeading title={t.newTitle} lead={t.newLead} back={{ href: COURIERS, text: t.title }} />
      <Steps frame={frame} steps={t.steps} current={1} />
      <FormErrorSummary frame={frame} errors={errors} />
      {isCut && <CutNotice frame={frame} />}
      <Form frame={frame} action={`${NEW_RIDE}/pruefen`} method="get">
        <Hidden name="stopCount" value={String(view.stops)} />
        <Card>
          <p>{hours}</p>
          <Timing frame={frame} view={view} />
        </Card>
        {view.places.map((place) => (
          <PlaceFields key={place.path} frame={frame} place={place} addresses={view.addresses} />
        ))}
        <StopButtons frame={frame} view={view} />
        <Card title={t.loadTitle}>
          <LoadFields frame={frame} view={view} />
        </Card>
        <Card>
          <AccountFields frame={frame} view={view.booking} />
          <Actions>
            <Button>{t.toCheck}</Button>
          </Actions>
        </Card>
      </Form>
    </Layout>
  );
}

function Timing({ frame, view }: { frame: Frame; view: RideFormView }) {
  const t = words[frame.language];
  const isLater = view.timing !== 'now';
  return (
    <>
      <RadioCards
        name="when"
        legend={t.timing}
        groups={[{ options: view.timings }]}
        value={view.timing}
        error={view.errors.of('when') ?? (isLater ? undefined : view.errors.of('slot'))}
      />
      <Actions>
        <Button kind="secondary" formAction={NEW_RIDE}>
          {t.showWindows}
        </Button>
      </Actions>
      {isLater &&
        (view.booking.days.length > 0 ? (
          <SlotFields frame={frame} view={view.booking} daysAction={NEW_RIDE} />
        ) : (
          <EmptyState title={t.noWindows} text={t.noWindowsText} />
        ))}
    </>
  );
}

function StopButtons({ frame, view }: { frame: Frame; view: RideFormView }) {
  const t = words[frame.language];
  return (
    <Actions>
      {view.mayAddStop && (
        <Button kind="secondary" formAction={NEW_RIDE} name="setStops" value={String(view.stops + 1)}>
          {t.addStop}
        </Button>
      )}
      {view.stops > 0 && (
        <Button kind="quiet" formAction={NEW_RIDE} name="setStops" value={String(view.stops - 1)}>
          {t.removeStop}
        </Button>
      )}
    </Actions>
  );
}

function LoadFields({ frame, view }: { frame: Frame; view: RideFormView }) {
  const t = words[frame.language];
  const { typed, errors } = view;
  const number = (name: string, label: string, max: number) => (
    <NumberField name={name} label={label} value={typed(name)} min={1} max={max} error={errors.of(name)} />
  );
  return (
    <>
      <TextField
        name="content"
        label={t.content}
        hint={t.contentHint}
        maxLength={200}
        value={typed('content')}
        error={errors.of('content')}
      />
      <FieldRow>
        {number('kg', t.kg, 10_000)}
        {number('length', t.length, 2000)}
        {number('width', t.width, 2000)}
        {number('height', t.height, 2000)}
      </FieldRow>
      <SelectField
        name="vehicle"
        label={t.vehicleChoice}
        hint={t.vehicleHint}
        optional
        options={view.vehicles}
        placeholder={t.cheapest}
        value={typed('vehicle')}
        error={errors.of('vehicle')}
      />
      <CheckboxField
        name="direct"
        label={t.direct}
        hint={view.directHint}
        checked={typed('direct') === 'on'}
        error={errors.of('direct')}
      />
      <NumberField
        name="waitMinutes"
        label={t.wait}
        hint={view.waitHint}
        optional
        min={0}
        max={120}
        step={5}
        value={typed('waitMinutes')}
        error={errors.of('waitMinutes')}
      />
      <SelectField
        name="proof"
        label={t.proof}
        options={view.proofs}
        value={typed('proof') || 'name'}
        error={errors.of('proof')}
      />
    </>
  );
}
