import {
  Actions,
  Button,
  Card,
  CheckboxField,
  EmptyState,
  ErrorSummary,
  FieldRow,
  Form,
  type Frame,
  Hidden,
  HiddenFields,
  Layout,
  NumberField,
  PageHeading,
  RadioCards,
  SelectField,
  Steps,
  TextField,
} from '../../../ui/index.ts';
import {
  AccountFields,
  ConflictNotice,
  type ConflictView,
  CutNotice,
  SlotFields,
} from '../../orders/index.ts';
import type { RideFormView } from '../form-view.ts';
import { COURIERS } from '../paths.ts';
import { words } from '../words.ts';
import { PlaceFields } from './place-fields.tsx';

export interface RideFormPageProps {
  frame: Frame;
  title: string;
  lead: string;
  back: { readonly href: string; readonly text: string };
  steps: readonly [string, string];
  /** When it can be done, from the data that decide. */
  terms: string;
  view: RideFormView;
  /** The page of the form itself; the next step lies below it. */
  action: string;
  /** Sent along: the version that is changed. */
  hidden: readonly (readonly [string, string])[];
  /** Begins with the answers of an earlier ride, not all of which can be given any more. */
  isCut?: boolean;
  /** Somebody else changed it meanwhile. */
  conflict?: ConflictView | undefined;
}

/** First step of booking or changing: a GET form, so that nothing is lost on the way. */
export function RideFormPage(props: RideFormPageProps) {
  const { frame, title, lead, back, steps, terms, view, action, hidden, isCut, conflict } = props;
  const t = words[frame.language];
  const { errors } = view;
  const failed = errors.summary.length > 0 || conflict !== undefined;
  return (
    <Layout frame={frame} title={title} active={COURIERS} failed={failed}>
      <PageHeading title={title} lead={lead} back={back} />
      <Steps frame={frame} steps={steps} current={1} />
      <ErrorSummary frame={frame} errors={errors} />
      {conflict && <ConflictNotice frame={frame} conflict={conflict} />}
      {isCut && <CutNotice frame={frame} />}
      <Form frame={frame} action={`${action}/pruefen`} method="get">
        <Hidden name="stopCount" value={String(view.stops)} />
        <HiddenFields fields={hidden} />
        <Card>
          <p>{terms}</p>
          {view.present && <p class="hint">{t.present({ when: view.present })}</p>}
          <Timing frame={frame} view={view} action={action} />
        </Card>
        {view.places.map((place) => (
          <PlaceFields key={place.path} frame={frame} place={place} addresses={view.addresses} />
        ))}
        <StopButtons frame={frame} view={view} action={action} />
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

interface PartProps {
  frame: Frame;
  view: RideFormView;
  action: string;
}

function Timing({ frame, view, action }: PartProps) {
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
        <Button kind="secondary" formAction={action}>
          {t.showWindows}
        </Button>
      </Actions>
      {isLater &&
        (view.booking.days.length > 0 ? (
          <SlotFields frame={frame} view={view.booking} daysAction={action} />
        ) : (
          <EmptyState title={t.noWindows} text={t.noWindowsText} />
        ))}
    </>
  );
}

function StopButtons({ frame, view, action }: PartProps) {
  const t = words[frame.language];
  return (
    <Actions>
      {view.mayAddStop && (
        <Button kind="secondary" formAction={action} name="setStops" value={String(view.stops + 1)}>
          {t.addStop}
        </Button>
      )}
      {view.stops > 0 && (
        <Button kind="quiet" formAction={action} name="setStops" value={String(view.stops - 1)}>
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
