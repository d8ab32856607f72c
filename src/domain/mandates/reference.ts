/** As long as a mandate reference may be in a SEPA payment. */
export const MAX_REFERENCE_LENGTH = 35;

/**
 * The name of a mandate: the customer number and which of its mandates it is, `D123456-0001`. A new signature is
 * a new mandate and gets the next number; none is given out twice.
 */
export function mandateReference(customerNumber: string, running: number): string {
  const reference = `${customerNumber}-${String(running).padStart(4, '0')}`;
  if (reference.length > MAX_REFERENCE_LENGTH) throw new RangeError(`${reference} is too long`);
  return reference;
}
