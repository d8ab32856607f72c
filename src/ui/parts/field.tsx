import type { ComponentChildren } from 'preact';

/** What every field says about itself. */
export interface FieldBase {
  /** Name in the form; also the id that an error summary links to (`fieldId`). */
  name: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value, in the reader's language. */
  error?: string | undefined;
  /** May be left empty; says so behind the label. */
  optional?: boolean;
  /** Neither required nor marked as optional: a field of a filter. */
  unmarked?: boolean;
  /** Label for screen readers only, where a table heading says it for the eye. */
  hideLabel?: boolean;
}

/** The id of a field, from its name; names may hold brackets and dots, ids better not. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w-]+/g, '-')}`;
}

/** The attributes that tie a control to its label, hint and error. */
export function controlProps({ name, hint, error, optional, unmarked }: FieldBase) {
  const id = fieldId(name);
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    name,
    required: !optional && !unmarked,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': describedBy || undefined,
  };
}

/** Label, hint and error around a control. */
export function Field(props: FieldBase & { children: ComponentChildren }) {
  const id = fieldId(props.name);
  return (
    <div class="field">
      <label for={id} class={props.hideLabel ? 'sr' : undefined}>
        {props.label}
        {/* "optional" is a word in both languages. */}
        {props.optional && <span class="mark-optional"> (optional)</span>}
      </label>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
      {props.children}
    </div>
  );
}

/** Hint and error, between the label and the control: a phone's keyboard hides what is below. */
export function FieldNotes(props: { id: string; hint?: string | undefined; error?: string | undefined }) {
  return (
    <>
      {props.hint && (
        <p class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class="error" id={`${props.id}-error`}>
          {props.error}
        </p>
      )}
    </>
  );
}
