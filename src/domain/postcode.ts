/** What looks wrong about a German postcode. A warning: the writer may know better. */
export type PostcodeWarning =
  | { readonly kind: 'not-five-digits' }
  /** No place of Germany has postcodes that begin like this. */
  | { readonly kind: 'not-assigned' }
  /** It lies in another place than the city beside it. */
  | { readonly kind: 'not-in-city'; readonly city: string };

/** A postcode as it is written on letters: without the country and spaces, `D-10 719` becomes `10719`. */
export function mendPostcode(typed: string): string {
  const bare = typed.replaceAll(/\s+/g, '').replace(/^DE?-?(?=\d)/i, '');
  return /^\d+$/.test(bare) ? bare : typed.trim();
}

/** The first two digits that were never given out. 11 belongs to federal bodies in Berlin. */
const NOT_ASSIGNED = new Set(['00', '05', '43', '62']);

/**
 * From the lowest to the highest postcode of large cities (Deutsche Post, "Postleitdaten"), with PO boxes. Smaller
 * places in between are not told apart: better no warning than a wrong one.
 */
const CITIES = new Map<string, readonly (readonly [from: number, to: number])[]>([
  ['berlin', [[10001, 14330]]],
  [
    'bremen',
    [
      [27568, 27580],
      [28001, 28779],
    ],
  ],
  ['dortmund', [[44001, 44388]]],
  ['dresden', [[1001, 1465]]],
  ['duisburg', [[47001, 47279]]],
  ['düsseldorf', [[40001, 40629]]],
  ['essen', [[45001, 45359]]],
  [
    'frankfurt am main',
    [
      [60001, 60599],
      [65901, 65936],
    ],
  ],
  [
    'hamburg',
    [
      [20001, 22769],
      [27499, 27499],
    ],
  ],
  ['hannover', [[30001, 30669]]],
  ['köln', [[50441, 51149]]],
  ['leipzig', [[4001, 4357]]],
  ['münchen', [[80001, 81929]]],
  ['nürnberg', [[90001, 90491]]],
  ['potsdam', [[14401, 14482]]],
  ['stuttgart', [[70001, 70629]]],
]);

/** What to ask about a postcode and its city; undefined: nothing looks wrong. */
export function postcodeWarning(address: {
  readonly postcode: string;
  readonly city: string;
}): PostcodeWarning | undefined {
  const postcode = mendPostcode(address.postcode);
  if (!/^\d{5}$/.test(postcode)) return { kind: 'not-five-digits' };
  if (NOT_ASSIGNED.has(postcode.slice(0, 2))) return { kind: 'not-assigned' };
  const city = address.city.trim();
  const number = Number(postcode);
  const isThere = CITIES.get(city.toLowerCase())?.some(([from, to]) => number >= from && number <= to);
  return isThere === false ? { kind: 'not-in-city', city } : undefined;
}
