/*
 * The letters of a SEPA payment: a to z, digits and some marks. Banks may refuse or garble everything else.
 */

const SPELLED: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'Ae',
  ø: 'oe',
  Ø: 'Oe',
  å: 'aa',
  Å: 'Aa',
  œ: 'oe',
  Œ: 'Oe',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  '&': '+',
  '€': 'EUR',
  '–': '-',
  '—': '-',
  '’': "'",
  '„': "'",
  '“': "'",
  '”': "'",
  '"': "'",
};

/** The text in the letters that every bank takes; what has no like becomes a space. Single spaces, none at the ends. */
export function bankText(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => SPELLED[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, ''))
    .join('')
    .replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}
