import {
  DateField,
  FieldRow,
  type Frame,
  NumberField,
  SelectField,
  type SelectOption,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import type { VolumeForm } from '../view.ts';
import { words } from '../words.ts';

export interface VolumeFieldsProps {
  frame: Frame;
  form: VolumeForm;
  products: readonly SelectOption[];
  errors: FormErrors;
  /** The firm is asked for as well: a new volume. */
  withCustomer?: boolean;
}

/** What is typed of a volume, in the order in which it stands on the slip. */
export function VolumeFields({ frame, form, products, errors, withCustomer }: VolumeFieldsProps) {
  const { fields, entry } = words[frame.language];
  const shared = (name: keyof VolumeForm) => ({ name, label: fields[name], error: errors.of(name) });
  return (
    <>
      <FieldRow>
        {withCustomer && (
          <TextField
            {...shared('customer')}
            value={form.customer}
            width="short"
            spellcheck={false}
            autocomplete="off"
            maxLength={40}
          />
        )}
        <DateField {...shared('date')} value={form.date} />
        <SelectField
          {...shared('product')}
          value={form.product}
          options={products}
          placeholder={entry.choose}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          {...shared('costCentre')}
          value={form.costCentre}
          optional
          width="short"
          spellcheck={false}
          autocomplete="off"
          maxLength={20}
        />
        <NumberField {...shared('pieces')} value={form.pieces} />
        <NumberField {...shared('weight')} value={form.weight} optional hint={entry.weightHint} />
      </FieldRow>
    </>
  );
}
