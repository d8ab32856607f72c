import { isCommonPassword } from './common-passwords.ts';

/** In characters; NIST SP 800-63B asks for length and a list of common ones instead of signs and digits. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** A name part as short as "ab" stands in too many words to be looked for. */
const SHORTEST_NAME = 4;

/** One form for characters that keyboards write differently: the same password from a Mac and from Windows. */
export const composePassword = (typed: string): string => typed.toWellFormed().normalize('NFKC');

/** Whether somebody who knows the person, or a list of common passwords, would try this one early. */
export function isEasyToGuess(password: string, about: { customerNumber: string; email: string }): boolean {
  const small = composePassword(password).toLowerCase();
  const name = about.email.split('@', 1)[0]?.toLowerCase() ?? '';
  return (
    small.includes(about.customerNumber.toLowerCase()) ||
    (name.length >= SHORTEST_NAME && small.includes(name)) ||
    isCommonPassword(small)
  );
}
