import type { Language } from './language.ts';

/**
 * Chooses the wording for a count and puts the number in place of `#`:
 * `plural('de', 3, '# Auftrag', '# Aufträge')` → "3 Aufträge".
 */
export function plural(language: Language, n: number, one: string, other: string): string {
  return (n === 1 ? one : other).replace('#', () => counters[language].format(n));
}

const counters = {
  de: new Intl.NumberFormat('de-DE'),
  en: new Intl.NumberFormat('en-GB'),
} satisfies Record<Language, Intl.NumberFormat>;
