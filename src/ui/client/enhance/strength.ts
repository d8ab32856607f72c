/** How hard a password is to guess, as far as its length and variety say: the server knows the common ones. */
export type Strength = 'short' | 'monotonous' | 'enough' | 'good' | 'strong';

const GOOD_LENGTH = 14;
const STRONG_LENGTH = 20;
/** "aaaaaaaaaa" and "1212121212" are long and worth nothing. */
const FEWEST_CHARACTERS = 5;

/**
 * Length is what counts; there is no rule of signs and digits.
 * @param shortest how many characters are asked for
 */
export function strengthOf(password: string, shortest: number): Strength {
  const characters = [...password];
  if (characters.length < shortest) return 'short';
  if (new Set(characters).size < FEWEST_CHARACTERS) return 'monotonous';
  if (characters.length >= STRONG_LENGTH) return 'strong';
  return characters.length >= GOOD_LENGTH ? 'good' : 'enough';
}
