declare const brand: unique symbol;

/** A customer number in its one true form: `D` and 1 to 12 digits. Only `parseCustomerNumber` makes one. */
export type CustomerNumber = string & { readonly [brand]: 'CustomerNumber' };

const FORM = /^D\d{1,12}$/;
/** White space of any kind, and the marks that nobody sees but that come along with copied text. */
const UNSEEN = /[\s\p{Cf}]/gu;
/** Generous for a number with spaces, and little work for someone who sends a megabyte. */
const LONGEST_INPUT = 100;

/**
 * Reads a customer number as people type or copy it: spaces, invisible marks and a small d are mended
 * (brief: "D", then digits only). Answers undefined for a wrong form; whether the number exists is not
 * known here. Leading zeros count: D0123 and D123 are two numbers.
 */
export function parseCustomerNumber(text: string): CustomerNumber | undefined {
  if (text.length > LONGEST_INPUT) return undefined;
  const mended = text.replace(UNSEEN, '').replace(/^d/, 'D');
  return FORM.test(mended) ? (mended as CustomerNumber) : undefined;
}
