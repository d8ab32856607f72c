import { Actions, Button, type Frame, SelectField } from '../../../ui/index.ts';
import type { BookingView } from '../booking-view.ts';
import { words } from '../words.ts';

export interface AddressFieldProps {
  frame: Frame;
  view: Pick<BookingView, 'addresses' | 'errors' | 'hangsOnAddress'> & {
    readonly typed: { readonly addressId: string };
  };
  /** Address of the page that shows the dates of another address; the button sends what was filled in along. */
  daysAction: string;
}

/** Where; it comes first, because the dates hang on it. With JavaScript they are there as soon as it is chosen. */
export function AddressField({ frame, view, daysAction }: AddressFieldProps) {
  const t = words[frame.language].booking;
  return (
    <>
      <SelectField
        name="addressId"
        label={t.address}
        options={view.addresses}
        {...(view.hangsOnAddress ? { shows: daysAction } : { placeholder: t.chooseAddress })}
        value={view.typed.addressId}
        error={view.errors.of('addressId')}
      />
      {view.hangsOnAddress && (
        <Actions>
          <Button kind="secondary" formAction={daysAction}>
            {t.showWindows}
          </Button>
        </Actions>
      )}
    </>
  );
}
