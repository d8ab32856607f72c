import { controlProps, type FieldBase, FieldNotes, fieldId } from './field.tsx';

export interface CheckboxFieldProps extends Omit<FieldBase, 'optional' | 'hideLabel' | 'unmarked'> {
  checked?: boolean;
  /** What is sent when it is ticked. */
  value?: string;
  /** Has to be ticked, for example terms that are agreed to. */
  required?: boolean;
}

/** A tick; the whole line is its target. */
export function CheckboxField({ checked, value = 'on', required = false, ...field }: CheckboxFieldProps) {
  return (
    <div class="field">
      <label class="check">
        <input
          {...controlProps({ ...field, optional: !required })}
          type="checkbox"
          value={value}
          checked={checked}
        />
        <span>{field.label}</span>
      </label>
      <FieldNotes id={fieldId(field.name)} hint={field.hint} error={field.error} />
    </div>
  );
}
