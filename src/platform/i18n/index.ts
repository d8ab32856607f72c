export { countryName, countryOptions } from './country.ts';
export { type Formats, formatsFor } from './format.ts';
export {
  DEFAULT_LANGUAGE,
  isLanguage,
  LANGUAGES,
  type Language,
  negotiateLanguage,
  type Text,
  type Words,
} from './language.ts';
export { plural } from './plural.ts';
export { remaining, span } from './remaining.ts';
