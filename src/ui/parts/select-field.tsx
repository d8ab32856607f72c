import { controlProps, Field, type FieldBase } from './field.tsx';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectFieldProps extends FieldBase {
  options: readonly SelectOption[];
  value?: string | undefined;
  /** First entry with an empty value: "Bitte wählen", "Alle". */
  placeholder?: string;
  autocomplete?: string;
  /** The page that shows what hangs on the choice; with JavaScript its `data-live` parts are taken over at once. */
  shows?: string;
}

/** One out of a list. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Field {...props}>
      <select {...controlProps(props)} autocomplete={props.autocomplete} data-shows={props.shows}>
        {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
        {props.options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === props.value}
            disabled={option.disabled}
          >
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
