/** A telephone number to call, in one piece: a number that is broken over two lines is dialled wrong. */
export function PhoneLink({ number }: { number: string }) {
  return <a href={telephone(number)}>{number.replaceAll(' ', '\u00a0')}</a>;
}

/** A number as people write it, as a link that a phone can dial: "030 123-45" → "tel:03012345". */
export function telephone(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}
