import { MANDATE_SCHEMES, type MandateScheme } from '../../domain/mandates/index.ts';
import { LANGUAGES, type Language } from '../../platform/i18n/index.ts';

/** The tab of the account area. */
export const MANDATE_PATH = '/konto/lastschrift';

export const mandateHref = (reference: string): string => `${MANDATE_PATH}/${reference}`;

/** What has just been done, and how the address says so. */
const NOTICES = { erteilt: 'given', geaendert: 'changed', widerrufen: 'revoked' } as const;

export type JustDone = (typeof NOTICES)[keyof typeof NOTICES];

/** Where a form goes on to. */
export const noticeAddress = (what: keyof typeof NOTICES): string => `${MANDATE_PATH}?${what}=1`;

export function justDone({ searchParams }: URL): JustDone | undefined {
  const found = Object.entries(NOTICES).find(([name]) => searchParams.has(name));
  return found?.[1];
}

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
