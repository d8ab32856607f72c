import {
  type FormFields,
  fieldsOf,
  fieldValue,
  formOf,
  type PageRequest,
  returnAddress,
} from '../../web/index.ts';

/** What somebody was about to do before they had to sign in. Rides along in hidden fields of the forms. */
export interface Onward {
  /** Local address to go on to; `/` when nothing else was wanted. */
  readonly address: string;
  /**
   * The fields of a form that was on its way to that address: `?a=1&b=2`, a mere `?` for a form without fields.
   * Empty when only the page was wanted.
   */
  readonly carried: string;
}

/** Names of the fields above, in the query and in the forms. */
export const ADDRESS_FIELD = 'weiter';
export const CARRIED_FIELD = 'carried';

/** In characters. Sent as a field of a form it grows by two thirds at most, and stays below what a body may hold. */
const LARGEST = 40_000;

/** No secret lies in a page to be sent again: the token of the old session, passwords, one-time codes. */
const NOT_CARRIED = /^_csrf$|pass|kennwort|secret|geheim|otp|^tan$|^pin$/i;

/** What a sign-in form brought along, from its fields or its query. Anything that is not ours leads to `/`. */
export function onwardOf(request: PageRequest, fields: FormFields): Onward {
  const carried = fieldValue(fields, CARRIED_FIELD);
  return {
    address: returnAddress(request, fieldValue(fields, ADDRESS_FIELD), '/'),
    carried: carried.startsWith('?') && carried.length <= LARGEST ? carried : '',
  };
}

/** What a request wanted that was turned away; `isLost` when its form was too large to be carried. */
export async function interrupted(request: PageRequest): Promise<Onward & { readonly isLost: boolean }> {
  const { url } = request;
  const address = returnAddress(request, url.pathname + url.search, '/');
  if (request.method !== 'POST') return { address, carried: '', isLost: false };
  const fields = [...(await formOf(request))]
    .filter(([name]) => !NOT_CARRIED.test(name))
    .flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
  const carried = `?${new URLSearchParams(fields)}`;
  // Not every address that takes a form has a page, so without its fields there is nowhere to go on to.
  return carried.length <= LARGEST
    ? { address, carried, isLost: false }
    : { address: '/', carried: '', isLost: true };
}

/** The carried fields in their order, several values of one field included. */
export function carriedFields({ carried }: Onward): [string, string][] {
  return [...fieldsOf(new URLSearchParams(carried))]
    .filter(([name]) => !NOT_CARRIED.test(name))
    .flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
}

/** An address of the sign-in that comes back to the wanted page. */
export function withOnward(path: string, { address }: Onward): string {
  return address === '/' ? path : `${path}?${new URLSearchParams([[ADDRESS_FIELD, address]])}`;
}
