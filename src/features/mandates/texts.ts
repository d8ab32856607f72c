import type { MandateScheme } from '../../domain/mandates/index.ts';
import type { Language } from '../../platform/i18n/index.ts';

/** The words that somebody agrees to. */
export interface MandateText {
  readonly authorisation: (creditor: string) => string;
  /** What the scheme says about refunds. */
  readonly conditions: Readonly<Record<MandateScheme, string>>;
}

/**
 * The wording of the mandates, which the SEPA rulebooks prescribe, in the words of the German banks. A version that
 * has been used is never edited: a change is a new entry here.
 */
export const MANDATE_TEXTS = {
  '2026-11': {
    de: {
      authorisation: (creditor) =>
        `Wir ermächtigen ${creditor}, Zahlungen von unserem Konto mittels Lastschrift einzuziehen. Zugleich weisen wir unser Kreditinstitut an, die von ${creditor} auf unser Konto gezogenen Lastschriften einzulösen.`,
      conditions: {
        CORE: 'Hinweis: Wir können innerhalb von acht Wochen, beginnend mit dem Belastungsdatum, die Erstattung des belasteten Betrages verlangen. Es gelten dabei die mit unserem Kreditinstitut vereinbarten Bedingungen.',
        B2B: 'Hinweis: Dieses Lastschriftmandat dient nur dem Einzug von Lastschriften, die auf Konten von Unternehmen gezogen sind. Wir sind nicht berechtigt, nach der erfolgten Einlösung eine Erstattung des belasteten Betrages zu verlangen. Wir sind berechtigt, unser Kreditinstitut bis zum Fälligkeitstag anzuweisen, Lastschriften nicht einzulösen.',
      },
    },
    en: {
      authorisation: (creditor) =>
        `By signing this mandate, we authorise (A) ${creditor} to send instructions to our bank to debit our account and (B) our bank to debit our account in accordance with the instructions from ${creditor}.`,
      conditions: {
        CORE: 'As part of our rights, we are entitled to a refund from our bank under the terms and conditions of our agreement with our bank. A refund must be claimed within eight weeks starting from the date on which our account was debited.',
        B2B: 'This mandate is only intended for business-to-business transactions. We are not entitled to a refund from our bank after our account has been debited, but we are entitled to request our bank not to debit our account up until the day on which the payment is due.',
      },
    },
  },
} as const satisfies Record<string, Record<Language, MandateText>>;

/** The wording that is signed today. */
export const TEXT_VERSION: keyof typeof MANDATE_TEXTS = '2026-11';

/** What somebody who gives a mandate now agrees to. */
export function currentText(
  language: Language,
  scheme: MandateScheme,
  creditor: string,
): { readonly authorisation: string; readonly conditions: string } {
  const text = MANDATE_TEXTS[TEXT_VERSION][language];
  return { authorisation: text.authorisation(creditor), conditions: text.conditions[scheme] };
}
