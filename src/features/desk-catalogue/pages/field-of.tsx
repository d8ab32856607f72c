import type { Language } from '../../../platform/i18n/index.ts';
import { CheckboxField, NumberField, SelectField, TextAreaField, TextField } from '../../../ui/index.ts';
import type { FieldSpec } from '../fields.ts';
import { LONGEST_LIST } from '../prefixes-text.ts';

export interface FieldOfProps {
  field: FieldSpec;
  language: Language;
  value: string;
  error: string | undefined;
}

/** The control for a field of the catalogue. */
export function FieldOf({ field, language, value, error }: FieldOfProps) {
  const base = { name: field.name, label: field.label[language], hint: field.hint?.[language], error };
  switch (field.kind) {
    case 'text': {
      const props = { ...base, value, maxLength: field.max, optional: field.optional ?? false };
      return field.rows ? <TextAreaField {...props} rows={field.rows} /> : <TextField {...props} />;
    }
    case 'number':
      return <NumberField {...base} value={value} optional={field.optional ?? false} />;
    case 'choice':
      return (
        <SelectField
          {...base}
          value={value}
          options={Object.entries(field.options).map(([key, text]) => ({
            value: key,
            label: text[language],
          }))}
        />
      );
    case 'tick':
      return <CheckboxField {...base} checked={value === 'on'} />;
    case 'prefixes':
      return <TextAreaField {...base} value={value} maxLength={LONGEST_LIST} rows={3} optional />;
    case 'time':
      return <TextField {...base} value={value} maxLength={5} width="short" />;
    default:
      return <TextField {...base} value={value} maxLength={14} width="short" spellcheck={false} />;
  }
}
