/** Digits and capitals without those that are taken for each other (0 and O, 1, I and L): 31, a prime. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const BASE = ALPHABET.length;
/** 31^8 codes are 8.5 × 10^11: nobody meets one of them by trying. */
const PAYLOAD = 8;
const FORM = new RegExp(`^EL([${ALPHABET}]{${PAYLOAD + 1}})$`);

/**
 * The code of a manifest from random numbers: `EL-7KQ-F29-MXC`, the last sign is the check digit. It stands under the
 * QR code, for where no scanner is at hand.
 * @param random whole numbers below the limit, each as likely as the others (`randomInt`)
 */
export function makeManifestCode(random: (limit: number) => number): string {
  const signs = Array.from({ length: PAYLOAD }, () => random(BASE));
  return write([...signs, checkDigit(signs)]);
}

/**
 * Reads a code as somebody types or scans it: small letters, spaces and missing hyphens are fine. Undefined for
 * anything else, and for one with a slip: one wrong sign or two that changed places never give another good code.
 */
export function parseManifestCode(typed: string): string | undefined {
  const signs = FORM.exec(typed.toUpperCase().replaceAll(/[\s-]/g, ''))?.[1];
  if (!signs) return undefined;
  const values = [...signs].map((sign) => ALPHABET.indexOf(sign));
  const payload = values.slice(0, PAYLOAD);
  return values[PAYLOAD] === checkDigit(payload) ? write(values) : undefined;
}

/** A weighted sum modulo a prime: no weight is zero and no two are equal, so no single slip can hide. */
const checkDigit = (values: readonly number[]): number =>
  // the check digit itself stands for weight −1
  values.reduce((sum, value, at) => sum + value * (at + 2), 0) % BASE;

function write(values: readonly number[]): string {
  const text = values.map((value) => ALPHABET[value]).join('');
  return `EL-${text.slice(0, 3)}-${text.slice(3, 6)}-${text.slice(6)}`;
}
