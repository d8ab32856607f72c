/** The languages of the portal. German is the one that is written first; English is always complete. */
export const LANGUAGES = ['de', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What a visitor gets who asks for no language that we speak. */
export const DEFAULT_LANGUAGE: Language = 'de';

/** One sentence in every language; for data (catalogue, closures) rather than for the words of a page. */
export type Text = Readonly<Record<Language, string>>;

/**
 * The shape that a translation must have: strings widen to any string, functions keep their parameters.
 *
 * ```ts
 * const de = { title: 'Aufträge', greeting: (name: string) => `Guten Tag, ${name}` };
 * const en: Words<typeof de> = { title: 'Orders', greeting: (name) => `Hello, ${name}` };
 * export const words = { de, en };
 * ```
 *
 * A missing key, a key too many or a parameter of another type does not compile.
 */
export type Words<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => infer R
    ? (...parameters: P) => Words<R>
    : T extends object
      ? { readonly [K in keyof T]: Words<T[K]> }
      : T;

/** Whether a value from outside (a query, a form, a stored setting) names a language that we speak. */
export function isLanguage(value: unknown): value is Language {
  return value === 'de' || value === 'en';
}

/** The language of a visitor by the browser's `Accept-Language`, German unless English is wished for more. */
export function negotiateLanguage(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return DEFAULT_LANGUAGE;
  let best: Language = DEFAULT_LANGUAGE;
  let bestWeight = 0;
  // A header can be long and hostile; nobody speaks more than a few languages.
  for (const range of acceptLanguage.slice(0, 512).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = tag.split('-', 1)[0];
    const weight = weightOf(parameters);
    if (isLanguage(language) && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('q='));
  if (quality === undefined) return 1;
  const weight = Number(quality.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
