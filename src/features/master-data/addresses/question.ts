import { type PostcodeWarning, postcodeWarning } from '../../../domain/postcode.ts';
import type { AddressValues } from './schemas.ts';

/** Something about an address to be asked before it is saved; the writer may know better. */
export interface AddressQuestion {
  readonly warning: PostcodeWarning;
  /** What the form sends along when the writer says that it is right: with other values it is asked again. */
  readonly answer: string;
}

type Place = Pick<AddressValues, 'postcode' | 'city'>;

/**
 * What to ask about the postcode, if anything.
 * @param answered what the form sent along
 * @param stored the place as it is saved: it was asked about when it was
 */
export function addressQuestion(
  typed: Place,
  answered: string,
  stored: Place | undefined,
): AddressQuestion | undefined {
  const warning = postcodeWarning(typed);
  const answer = `${typed.postcode} ${typed.city}`;
  const isKnown = stored !== undefined && answer === `${stored.postcode} ${stored.city}`;
  return warning && answered !== answer && !isKnown ? { warning, answer } : undefined;
}
