/** What the font of our PDFs can write: Latin letters with all European marks, Greek, Cyrillic, common signs. */
const UNPRINTABLE =
  /[^\n -~\u00a1-\u00ac\u00ae-\u0148\u014a-\u017e\u0192\u0218-\u021b\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0401-\u044f\u0451-\u045c\u045e\u045f\u1e9e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2039\u203a\u20ac\u2122\u2212]/gu;

/**
 * The text with a question mark for every character that the font lacks: what people typed must never keep a document
 * from being set. No-break and soft spaces become plain ones, line ends stay.
 */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\u00a0\u00ad\u2002-\u200a\u202f\t]/g, ' ')
    .replaceAll(UNPRINTABLE, '?');
