import type { Language } from '../../../platform/i18n/language.ts';

/** The language that the server rendered this page in. */
export const pageLanguage: Language = document.documentElement.lang === 'en' ? 'en' : 'de';
