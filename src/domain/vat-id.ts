/**
 * VAT identification numbers of businesses, after the letters that they begin with. Forms as the European Commission
 * lists them for VIES (ec.europa.eu/taxation_customs/vies, "FAQ", question 11); Greece begins with EL, Northern Ireland
 * with XI. Switzerland and the United Kingdom are no part of VIES; their forms are those of their tax offices.
 */
const FORMS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CH: /^E\d{9}(MWST|TVA|IVA)$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^([A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z\d]{2}\d{9}$/,
  GB: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-W][A-I]?|\d[A-Z]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^[1-9]\d{1,9}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

export type VatIdReading =
  | { readonly id: string }
  /** `malformed`: no VAT id of any country known here; `check-digit`: a digit is wrong or two are swapped. */
  | { readonly problem: 'malformed' | 'check-digit' };

/**
 * Reads a VAT id as people type it: spaces, dots and hyphens go, small letters become large. The check digit is asked
 * for Germany only; whether a number was ever given out, VIES alone knows.
 */
export function readVatId(typed: string): VatIdReading {
  const id = typed.replaceAll(/[\s.\u2010-\u2015-]+/g, '').toUpperCase();
  const [country, rest] = [id.slice(0, 2), id.slice(2)];
  if (!Object.hasOwn(FORMS, country) || !FORMS[country]?.test(rest)) return { problem: 'malformed' };
  return country === 'DE' && Number(rest.at(-1)) !== germanCheckDigit(rest)
    ? { problem: 'check-digit' }
    : { id };
}

/** The last of the nine digits, from the eight before it (ISO/IEC 7064, MOD 11,10). */
export function germanCheckDigit(digits: string): number {
  let product = 10;
  for (const digit of digits.slice(0, 8)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}
