/**
 * Latin letters with the marks of all European languages, digits and common punctuation: what banks carry along
 * with a payment, and what the font of our PDFs can write.
 */
const BANK_TEXT = /^[ -~\u00a1-\u00ac\u00ae-\u0148\u014a-\u017e\u0218-\u021b\u1e9e–—‘’‚“”„€]*$/;

/** Whether a text consists of such characters only. */
export const isBankText = (text: string): boolean => BANK_TEXT.test(text);

/** The text with a question mark for every other character, for names that nobody asked about their letters. */
export const asBankText = (text: string): string =>
  [...text].map((character) => (isBankText(character) ? character : '?')).join('');
