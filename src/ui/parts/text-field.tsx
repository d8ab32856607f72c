import { controlProps, Field, type FieldBase } from './field.tsx';

export interface TextFieldProps extends FieldBase {
  value?: string | undefined;
  autocomplete?: string;
  maxLength?: number;
  /** Which keyboard a phone offers. */
  inputMode?: 'text' | 'numeric' | 'tel' | 'search';
  /** A word is not misspelt because it is a customer number. */
  spellcheck?: boolean;
  /** About how many characters are expected: a short value gets a short field. */
  width?: 'short' | 'full';
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        type="text"
        class={props.width === 'short' ? 'short' : undefined}
        value={props.value}
        autocomplete={props.autocomplete}
        maxLength={props.maxLength}
        inputMode={props.inputMode}
        spellcheck={props.spellcheck}
      />
    </Field>
  );
}

/** An e-mail address. */
export function EmailField(props: FieldBase & { value?: string | undefined; autocomplete?: string }) {
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        type="email"
        value={props.value}
        autocomplete={props.autocomplete ?? 'email'}
        spellcheck={false}
      />
    </Field>
  );
}

/** A password. Never filled in again by the server, whatever went wrong. */
export function PasswordField(
  props: FieldBase & {
    autocomplete: 'current-password' | 'new-password' | 'one-time-code';
    /** Of a new one: how many characters it needs. The browser then says how good it is while it is typed. */
    shortest?: number;
  },
) {
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        type="password"
        autocomplete={props.autocomplete}
        data-shortest={props.shortest}
      />
    </Field>
  );
}

/** Several lines of text. */
export function TextAreaField(
  props: FieldBase & { value?: string | undefined; rows?: number; maxLength?: number },
) {
  return (
    <Field {...props}>
      <textarea {...controlProps(props)} rows={props.rows ?? 3} maxLength={props.maxLength}>
        {props.value}
      </textarea>
    </Field>
  );
}

/** A calendar day as `yyyy-mm-dd`; the browser shows it in its own way. */
export function DateField(props: FieldBase & { value?: string | undefined; min?: string; max?: string }) {
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        type="date"
        class="short"
        value={props.value}
        min={props.min}
        max={props.max}
      />
    </Field>
  );
}
