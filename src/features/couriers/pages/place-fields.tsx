import { Card, FieldRow, type Frame, SelectField, type SelectOption, TextField } from '../../../ui/index.ts';
import type { PlaceView } from '../form-view.ts';
import { words } from '../words.ts';

/** One place: one of the firm's own, or what is typed in; and whom to ask for there. */
export function PlaceFields(props: { frame: Frame; place: PlaceView; addresses: readonly SelectOption[] }) {
  const { frame, place, addresses } = props;
  const t = words[frame.language];
  const text = (field: string, label: string, more: { maxLength: number; optional?: boolean }) => (
    <TextField
      name={`${place.path}.${field}`}
      label={label}
      value={place.typed(field)}
      error={place.error(field)}
      maxLength={more.maxLength}
      {...(more.optional ? { optional: true } : { unmarked: true })}
    />
  );
  return (
    <Card title={place.title}>
      <SelectField
        name={`${place.path}.addressId`}
        label={t.ownAddress}
        unmarked
        options={addresses}
        placeholder={t.otherAddress}
        value={place.typed('addressId')}
        error={place.error('addressId')}
      />
      <details class="more" open={place.isTyped}>
        <summary>{t.typeIn}</summary>
        {text('recipient', t.recipient, { maxLength: 100 })}
        {text('street', t.street, { maxLength: 100 })}
        <FieldRow>
          {text('postcode', t.postcode, { maxLength: 10 })}
          {text('city', t.city, { maxLength: 60 })}
        </FieldRow>
      </details>
      <FieldRow>
        {text('contactName', t.contactName, { maxLength: 100, optional: true })}
        {text('contactPhone', t.contactPhone, { maxLength: 40, optional: true })}
      </FieldRow>
      {text('hint', t.placeHint, { maxLength: 200, optional: true })}
    </Card>
  );
}
