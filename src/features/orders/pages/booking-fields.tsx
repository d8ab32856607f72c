import { type Frame, TextAreaField } from '../../../ui/index.ts';
import type { BookingView } from '../booking-view.ts';
import { words } from '../words.ts';
import { AccountFields } from './account-fields.tsx';
import { AddressField } from './address-field.tsx';
import { SlotFields } from './slot-fields.tsx';

export interface BookingFieldsProps {
  frame: Frame;
  view: BookingView;
  /** Address of the page that shows other days; the buttons send what was filled in along. */
  daysAction: string;
}

/** Where, when and for whose account: the same questions whatever is booked. */
export function BookingFields({ frame, view, daysAction }: BookingFieldsProps) {
  const t = words[frame.language].booking;
  const { typed, errors } = view;
  return (
    <>
      <AddressField frame={frame} view={view} daysAction={daysAction} />
      <SlotFields frame={frame} view={view} daysAction={daysAction} />
      <AccountFields frame={frame} view={view} />
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
