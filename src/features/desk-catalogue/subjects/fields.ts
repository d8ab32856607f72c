import type { FieldProblem } from '../../../domain/refusal.ts';
import type { FieldSpec, Values } from '../fields.ts';

/** A text in both languages, as two fields. */
export const bilingualFields = (
  name: string,
  label: { readonly de: string; readonly en: string },
  options: { readonly max: number; readonly optional?: true; readonly rows?: number },
): FieldSpec[] =>
  (['de', 'en'] as const).map((language) => ({
    name: `${name}_${language}`,
    label: { de: `${label.de} (${LANGUAGE[language].de})`, en: `${label.en} (${LANGUAGE[language].en})` },
    kind: 'text' as const,
    ...options,
  }));

const LANGUAGE = {
  de: { de: 'Deutsch', en: 'German' },
  en: { de: 'Englisch', en: 'English' },
};

/** The two fields as one value of the database; null where both are empty. */
export function bilingualOf(values: Values, name: string): string | null {
  const text = { de: values[`${name}_de`], en: values[`${name}_en`] };
  return text.de || text.en ? JSON.stringify(text) : null;
}

/** The same the other way round. */
export const valuesOf = (
  name: string,
  text: { readonly de: string; readonly en: string } | null,
): Values => ({
  [`${name}_de`]: text?.de ?? '',
  [`${name}_en`]: text?.en ?? '',
});

/** Both languages or none. */
export function halfText(values: Values, name: string): FieldProblem | undefined {
  const [de, en] = [values[`${name}_de`], values[`${name}_en`]];
  if (Boolean(de) === Boolean(en)) return undefined;
  return { field: de ? `${name}_en` : `${name}_de`, problem: 'required' };
}
