import {
  Actions,
  Button,
  type Frame,
  RadioCards,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../ui/index.ts';
import type { BookingView } from '../booking-view.ts';
import { words } from '../words.ts';

export interface BookingFieldsProps {
  frame: Frame;
  view: BookingView;
  /** Address of the page that shows other days; the buttons send what was filled in along. */
  daysAction: string;
}

/** When, where and for whose account: the same questions whatever is booked. */
export function BookingFields({ frame, view, daysAction }: BookingFieldsProps) {
  const t = words[frame.language].booking;
  const { typed, errors } = view;
  return (
    <>
      <RadioCards
        name="slot"
        legend={t.slot}
        hint={t.slotHint}
        groups={view.days}
        value={typed.slot}
        error={errors.of('slot')}
      />
      {(view.earlier || view.later) && (
        <Actions>
          {view.earlier && (
            <Button kind="secondary" formAction={daysAction} name="from" value={view.earlier}>
              {t.earlier}
            </Button>
          )}
          {view.later && (
            <Button kind="secondary" formAction={daysAction} name="from" value={view.later}>
              {t.later}
            </Button>
          )}
        </Actions>
      )}
      <SelectField
        name="addressId"
        label={t.address}
        options={view.addresses}
        placeholder={t.chooseAddress}
        value={typed.addressId}
        error={errors.of('addressId')}
      />
      <TextField
        name="reference"
        label={t.reference}
        hint={t.referenceHint}
        optional
        maxLength={60}
        value={typed.reference}
        error={errors.of('reference')}
      />
      {view.costCentres.length > 0 && (
        <SelectField
          name="costCentreId"
          label={t.costCentre}
          optional
          options={view.costCentres}
          placeholder={t.noCostCentre}
          value={typed.costCentreId}
          error={errors.of('costCentreId')}
        />
      )}
      <TextAreaField
        name="driverHint"
        label={t.driverHint}
        optional
        rows={2}
        maxLength={500}
        value={typed.driverHint}
        error={errors.of('driverHint')}
      />
    </>
  );
}
