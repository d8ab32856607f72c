import { FieldNotes, fieldId } from './field.tsx';

/** One thing to choose, for example a time window. */
export interface RadioCard {
  value: string;
  title: string;
  /** Small print below: "noch 2 frei", "ausgebucht", the address of a place. */
  detail?: string | undefined;
  disabled?: boolean;
}

/** Cards that belong together, for example the windows of one day. */
export interface RadioGroup {
  title?: string;
  options: readonly RadioCard[];
}

export interface RadioCardsProps {
  name: string;
  legend: string;
  hint?: string | undefined;
  error?: string | undefined;
  value?: string | undefined;
  groups: readonly RadioGroup[];
}

/** One out of several, as cards that can be hit with a thumb. */
export function RadioCards({ name, legend, hint, error, value, groups }: RadioCardsProps) {
  const id = fieldId(name);
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  // The error summary leads to the first card that can be chosen; that one carries the field's id.
  const first = groups.flatMap((group) => group.options).find((option) => !option.disabled)?.value;
  const cards = (options: readonly RadioCard[]) => (
    <div class="cards">
      {options.map((option) => (
        <label class="slot" key={option.value}>
          <input
            id={option.value === first ? id : undefined}
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value && !option.disabled}
            disabled={option.disabled}
            required
          />
          <span>
            <b>{option.title}</b>
            {option.detail && <small>{option.detail}</small>}
          </span>
        </label>
      ))}
    </div>
  );
  return (
    <fieldset class="field" aria-describedby={describedBy || undefined} data-invalid={error ? '' : undefined}>
      <legend>{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {groups.map((group) =>
        group.title ? (
          <fieldset class="choices" key={group.title}>
            <legend>{group.title}</legend>
            {cards(group.options)}
          </fieldset>
        ) : (
          cards(group.options)
        ),
      )}
    </fieldset>
  );
}
