import {
  countrySpecs,
  friendlyFormatIBAN,
  isSEPACountry,
  ValidationErrorsIBAN,
  validateIBAN,
} from 'ibantools';
import type { FieldProblem } from '../domain/refusal.ts';

/** Why an IBAN was not accepted; `limit` is the length that its country gives it. */
export interface IbanProblem {
  readonly problem: Extract<FieldProblem['problem'], `iban-${string}`>;
  readonly limit?: number;
}

/**
 * Reads an IBAN as people type it: spaces, dots, hyphens and small letters are mended.
 * @returns the IBAN in one piece, of a country whose accounts can be debited by SEPA, or what is wrong with it
 */
export function parseIban(typed: string): { readonly iban: string } | IbanProblem {
  const bare = typed.replaceAll(/[\s.\p{Pd}]/gu, '');
  if (!/^[A-Za-z0-9]*$/.test(bare)) return { problem: 'iban-characters' };
  const iban = bare.toUpperCase();
  const problem = problemOf(iban);
  return problem ?? { iban };
}

function problemOf(iban: string): IbanProblem | undefined {
  const country = iban.slice(0, 2);
  const { errorCodes } = validateIBAN(iban);
  const has = (code: ValidationErrorsIBAN) => errorCodes.includes(code);
  if (has(ValidationErrorsIBAN.NoIBANProvided) || has(ValidationErrorsIBAN.NoIBANCountry)) {
    return { problem: 'iban-country' };
  }
  if (!isSEPACountry(country)) return { problem: 'iban-not-sepa' };
  if (has(ValidationErrorsIBAN.WrongBBANLength)) return { problem: 'iban-length', limit: lengthIn(country) };
  if (has(ValidationErrorsIBAN.WrongBBANFormat)) return { problem: 'iban-characters' };
  return errorCodes.length > 0 ? { problem: 'iban-check-digits' } : undefined;
}

/** The country of an IBAN and its last four characters: all that is kept in clear. */
export interface IbanEnds {
  readonly country: string;
  readonly last4: string;
}

export const ibanEnds = (iban: string): IbanEnds => ({ country: iban.slice(0, 2), last4: iban.slice(-4) });

/** "DE89 3704 0044 0532 0130 00". */
export const writeIban = (iban: string): string => friendlyFormatIBAN(iban) ?? iban;

/** "DE•• •••• •••• •••• ••30 00": to be recognized by whoever knows it. */
export function maskIban({ country, last4 }: IbanEnds): string {
  const hidden = lengthIn(country) - country.length - last4.length;
  return `${country}${'•'.repeat(hidden)}${last4}`.replaceAll(/.{4}(?!$)/gu, '$& ');
}

/** Where accounts can be debited, as ISO 3166 codes. */
export const SEPA_COUNTRIES: readonly string[] = Object.keys(countrySpecs).filter(isSEPACountry);

const lengthIn = (country: string): number => countrySpecs[country]?.chars ?? 34;
