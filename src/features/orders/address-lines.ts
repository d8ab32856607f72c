/** An address in one line. */
export function addressLines(address: {
  readonly recipient: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}): string {
  return `${address.recipient}, ${address.street}, ${address.postcode} ${address.city}`;
}
