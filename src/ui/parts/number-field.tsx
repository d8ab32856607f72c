import { controlProps, Field, type FieldBase } from './field.tsx';

export interface NumberFieldProps extends FieldBase {
  /** As typed: what was not a number is shown again as it was. */
  value?: string | number | undefined;
  min?: number;
  max?: number;
  /** How far the stepper moves, for example the size of a sheet. */
  step?: number;
  /** Price of one in hundredths of a cent; lets the browser show the total while typing. */
  unitPrice?: number;
  /** VAT in basis points, for the same. */
  vat?: number;
}

/**
 * A whole number. A text field with a number keyboard: `type=number` changes under the mouse wheel and
 * swallows what it cannot read, so that the server could not show it again.
 */
export function NumberField(props: NumberFieldProps) {
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        type="text"
        class="quantity"
        inputMode="numeric"
        autocomplete="off"
        maxLength={9}
        value={props.value}
        data-min={props.min}
        data-max={props.max}
        data-step={props.step}
        data-unit-price={props.unitPrice}
        data-vat={props.vat}
      />
    </Field>
  );
}
