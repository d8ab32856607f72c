import type { Language } from './language.ts';

const NAMES: Readonly<Record<Language, Intl.DisplayNames>> = {
  de: new Intl.DisplayNames('de', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

/** What a country is called; its letters where nobody has a name for them. */
export const countryName = (code: string, language: Language): string => NAMES[language].of(code) ?? code;

/** Countries by their names, in the order of the language's alphabet. */
export function countryOptions(
  codes: readonly string[],
  language: Language,
): { readonly value: string; readonly label: string }[] {
  return codes
    .map((value) => ({ value, label: countryName(value, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
