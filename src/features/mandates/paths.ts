import { MANDATE_SCHEMES, type MandateScheme } from '../../domain/mandates/index.ts';
import { LANGUAGES, type Language } from '../../platform/i18n/index.ts';

/** The tab of the account area. */
export const MANDATE_PATH = '/konto/lastschrift';

export const mandateHref = (reference: string): string => `${MANDATE_PATH}/${reference}`;

/** The empty form, to be printed and signed. */
export const PAPER_PATH = '/lastschrift-formular.pdf';

export const paperHref = (scheme: MandateScheme, language: Language): string =>
  `${PAPER_PATH}?${new URLSearchParams({ art: scheme, sprache: language })}`;

/** Every form there is, those in the reader's language first. */
export function paperForms(reader: Language): { scheme: MandateScheme; language: Language }[] {
  return LANGUAGES.toSorted((a, b) => Number(b === reader) - Number(a === reader)).flatMap((language) =>
    MANDATE_SCHEMES.map((scheme) => ({ scheme, language })),
  );
}
