/**
 * Whether a text is a creditor identifier: country, two check digits, three characters that the creditor chooses,
 * the national identifier. The check digits (ISO 7064, mod 97-10) leave the three chosen characters out.
 * A German one has 18 characters.
 */
export function isCreditorId(id: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/.test(id)) return false;
  if (id.startsWith('DE') && !/^DE\d{2}[A-Z0-9]{3}0\d{10}$/.test(id)) return false;
  const digits = [...(id.slice(7) + id.slice(0, 4))]
    .map((character) => Number.parseInt(character, 36))
    .join('');
  return BigInt(digits) % 97n === 1n;
}
