/**
 * The Leitweg-ID by which a public buyer in Germany receives e-invoices. Form and check digits after the
 * "Leitweg-ID Format-Spezifikation" of KoSIT (xeinkauf.de/dokumente): coarse address (2 to 12 digits), fine
 * address (up to 30 letters and digits, may be missing) and two check digits (ISO/IEC 7064, MOD 97-10).
 */
const FORM = /^(\d{2,12})(?:-([A-Z\d]{1,30}))?-(\d{2})$/;

export type LeitwegIdReading =
  | { readonly id: string }
  /** `malformed`: not three parts of this kind; `check-digits`: a character is wrong or two are swapped. */
  | { readonly problem: 'malformed' | 'check-digits' };

/**
 * Reads a Leitweg-ID as people type it: spaces go, small letters become large, long dashes hyphens.
 * A digit typed for another digit, or a letter for another letter, is always found by the check digits.
 */
export function readLeitwegId(typed: string): LeitwegIdReading {
  const id = typed
    .replaceAll(/\s+/g, '')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .toUpperCase();
  const [, coarse, fine = '', digits] = FORM.exec(id) ?? [];
  if (!coarse || !digits) return { problem: 'malformed' };
  return digits === leitwegCheckDigits(coarse, fine) ? { id } : { problem: 'check-digits' };
}

/** The two check digits for a coarse and a fine address; `fine` may be empty and holds capital letters. */
export function leitwegCheckDigits(coarse: string, fine: string): string {
  const rest = BigInt(`${inDigits(coarse + fine)}00`) % 97n;
  return `${98n - rest}`.padStart(2, '0');
}

/** A becomes 10, B 11 … Z 35. */
const inDigits = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => `${letter.charCodeAt(0) - 55}`);
