import { type MandateState, mandateState, usableUntil } from '../../domain/mandates/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Formats, Language } from '../../platform/i18n/index.ts';
import { maskIban } from '../../platform/iban.ts';
import type { Tone } from '../../ui/index.ts';
import { mandateHref } from './paths.ts';
import { factsOf, type MandateRow } from './queries.ts';
import { words } from './words.ts';

/** An account number as most pages show it, for the eye and for the ear. */
export interface MaskedIban {
  readonly masked: string;
  readonly spoken: string;
}

export interface MandateView {
  readonly reference: string;
  readonly state: { readonly text: string; readonly tone: Tone };
  readonly isLapsed: boolean;
  /** The debtor's bank must have it before the first collection. */
  readonly toBeLodged: boolean;
  readonly iban: MaskedIban;
  /** In clear; only for whoever just asked for it and proved who they are. */
  readonly fullIban: string | undefined;
  readonly holder: string;
  readonly address: string;
  readonly scheme: string;
  readonly given: string;
  readonly creditorId: string;
  readonly usableUntil: string;
  readonly pdfHref: string;
  readonly revokeHref: string;
}

/** A mandate of the past. */
export interface FormerMandate {
  readonly reference: string;
  readonly iban: MaskedIban;
  readonly given: string;
  readonly ended: string;
  readonly pdfHref: string;
}

const TONES: Record<MandateState, Tone> = {
  active: 'ok',
  lapsed: 'warn',
  revoked: 'neutral',
  replaced: 'neutral',
};

export function maskedIban(
  row: Pick<MandateRow, 'iban_country' | 'iban_last4'>,
  language: Language,
): MaskedIban {
  const ends = { country: row.iban_country, last4: row.iban_last4 };
  const spoken = { country: countryName(ends.country, language), last4: [...ends.last4].join(' ') };
  return { masked: maskIban(ends), spoken: words[language].maskedSpoken(spoken) };
}

/** The mandate in force, for somebody who may change it. */
export function mandateView(
  row: MandateRow,
  ctx: Pick<Ctx, 'now' | 'timeZone'>,
  formats: Formats,
  fullIban?: string,
): MandateView {
  const { language } = formats;
  const t = words[language];
  const facts = factsOf(row);
  const state = mandateState(facts, ctx.now, ctx.timeZone);
  const until = formats.longDate(usableUntil(facts, ctx.timeZone));
  return {
    reference: row.reference,
    state: { text: t.states[state], tone: TONES[state] },
    isLapsed: state === 'lapsed',
    toBeLodged: state === 'active' && row.scheme === 'B2B' && row.last_used_at === null,
    iban: maskedIban(row, language),
    fullIban,
    holder: row.holder,
    address: addressLine(row, language),
    scheme: `${t.schemes[row.scheme]}, ${t.recurrent}`,
    given: t.overview.givenBy({ at: formats.dateTime(row.given_at), name: row.given_by_name }),
    creditorId: row.creditor_id,
    usableUntil: state === 'lapsed' ? until : t.overview.usableUntilText({ date: until }),
    pdfHref: `${mandateHref(row.reference)}.pdf`,
    revokeHref: `${mandateHref(row.reference)}/widerrufen`,
  };
}

export function formerMandates(
  rows: readonly MandateRow[],
  ctx: Pick<Ctx, 'now' | 'timeZone'>,
  formats: Formats,
): FormerMandate[] {
  const t = words[formats.language];
  const dayOf = (at: Temporal.Instant) =>
    formats.shortDate(at.toZonedDateTimeISO(ctx.timeZone).toPlainDate());
  return rows.map((row) => {
    const facts = factsOf(row);
    const state = mandateState(facts, ctx.now, ctx.timeZone);
    return {
      reference: row.reference,
      iban: maskedIban(row, formats.language),
      given: dayOf(row.given_at),
      ended:
        state === 'lapsed' || !facts.ended
          ? t.overview.lapsedSince({ date: formats.shortDate(usableUntil(facts, ctx.timeZone)) })
          : t.overview.endedText({ state: t.states[state], date: dayOf(facts.ended.at) }),
      pdfHref: `${mandateHref(row.reference)}.pdf`,
    };
  });
}

/** "Uferstraße 1, 10115 Berlin, Deutschland". */
export function addressLine(
  address: Pick<MandateRow, 'street' | 'postcode' | 'city' | 'country'>,
  language: Language,
): string {
  const { street, postcode, city, country } = address;
  return `${street}, ${postcode} ${city}, ${countryName(country, language)}`;
}

const names: Record<Language, Intl.DisplayNames> = {
  de: new Intl.DisplayNames('de', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

/** The country behind an ISO 3166 code. */
export const countryName = (code: string, language: Language): string => names[language].of(code) ?? code;
