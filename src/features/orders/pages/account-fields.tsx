import { type Frame, SelectField, TextField } from '../../../ui/index.ts';
import type { BookingView } from '../booking-view.ts';
import { words } from '../words.ts';

export interface AccountFieldsProps {
  frame: Frame;
  view: Pick<BookingView, 'costCentres' | 'errors'> & {
    readonly typed: Readonly<Record<'reference' | 'costCentreId', string>>;
  };
  /** Where the reference will stand, unless on the confirmation and the invoice. */
  referenceHint?: string;
}

/** For whose account: the firm's own reference, and its cost centre where it has any. */
export function AccountFields({ frame, view, referenceHint }: AccountFieldsProps) {
  const t = words[frame.language].booking;
  const { typed, errors } = view;
  return (
    <>
      <TextField
        name="reference"
        label={t.reference}
        hint={referenceHint ?? t.referenceHint}
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
    </>
  );
}
