import { MANDATE_SCHEMES, mandateState } from '../../domain/mandates/index.ts';
import type { Creditor } from '../../platform/carrier/carrier.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { SEPA_COUNTRIES } from '../../platform/iban.ts';
import type { RadioCard, SelectOption } from '../../ui/index.ts';
import type { FormErrors } from '../../web/index.ts';
import { factsOf, type MandateRow } from './queries.ts';
import { currentText } from './texts.ts';
import { addressLine, countryName, maskedIban } from './view.ts';
import { words } from './words.ts';

/** The fields of the form in their order. */
export const FORM_FIELDS = [
  'scheme',
  'holder',
  'iban',
  'street',
  'postcode',
  'city',
  'country',
  'place',
  'signature',
  'agreed',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** What stands in the fields. */
export type FormValues = Readonly<Record<FormField, string>>;

export interface MandateFormView {
  readonly title: string;
  /** What becomes of the mandate in force. */
  readonly about: string | undefined;
  readonly values: FormValues;
  readonly errors: FormErrors;
  readonly schemes: readonly RadioCard[];
  readonly countries: readonly SelectOption[];
  readonly creditor: { readonly name: string; readonly address: string; readonly id: string };
  readonly authorisation: string;
  /** What applies besides, by scheme. */
  readonly conditions: readonly { readonly term: string; readonly value: string }[];
  /** The mandate in force that the new one replaces; empty without one. */
  readonly replaces: string;
}

export function mandateFormView(form: {
  readonly ctx: Ctx;
  readonly creditor: Creditor;
  readonly inForce: MandateRow | undefined;
  readonly values: FormValues;
  readonly errors: FormErrors;
}): MandateFormView {
  const { ctx, creditor, inForce, values, errors } = form;
  const { language } = ctx;
  const t = words[language];
  return {
    title: inForce ? t.form.change : t.form.give,
    about: inForce && aboutTheOldOne(inForce, ctx),
    values,
    errors,
    schemes: MANDATE_SCHEMES.map((scheme) => ({
      value: scheme,
      title: t.schemes[scheme],
      detail: t.form.schemeDetails[scheme],
    })),
    countries: countries(language),
    creditor: { name: creditor.name, address: addressLine(creditor, language), id: creditor.id },
    authorisation: currentText(language, 'CORE', creditor.name).authorisation,
    conditions: MANDATE_SCHEMES.map((scheme) => ({
      term: t.schemes[scheme],
      value: currentText(language, scheme, creditor.name).conditions,
    })),
    replaces: inForce?.reference ?? '',
  };
}

function aboutTheOldOne(row: MandateRow, ctx: Ctx): string {
  const t = words[ctx.language].form;
  const { reference } = row;
  return mandateState(factsOf(row), ctx.now, ctx.timeZone) === 'lapsed'
    ? t.renewText({ reference })
    : t.changeText({ reference, iban: maskedIban(row, ctx.language).masked });
}

/** What the fields hold when the form is opened: never an account number, a signature or a tick. */
export function firstValues(
  inForce: MandateRow | undefined,
  billing: { recipient: string; street: string; postcode: string; city: string } | undefined,
  country: string,
): FormValues {
  const empty = { iban: '', signature: '', agreed: '' };
  if (inForce) {
    const { scheme, holder, street, postcode, city, place } = inForce;
    return { ...empty, scheme, holder, street, postcode, city, country: inForce.country, place };
  }
  const { recipient = '', street = '', postcode = '', city = '' } = billing ?? {};
  return { ...empty, scheme: 'CORE', holder: recipient, street, postcode, city, country, place: city };
}

/** Labels for the error summary. */
export function formLabels(language: Language): Record<FormField, string> {
  const t = words[language].form;
  return {
    scheme: t.scheme,
    holder: t.holder,
    iban: t.iban,
    street: t.street,
    postcode: t.postcode,
    city: t.city,
    country: t.country,
    place: t.place,
    signature: t.signature,
    agreed: t.submit,
  };
}

function countries(language: Language): SelectOption[] {
  return SEPA_COUNTRIES.map((value) => ({ value, label: countryName(value, language) })).toSorted((a, b) =>
    a.label.localeCompare(b.label, language),
  );
}
