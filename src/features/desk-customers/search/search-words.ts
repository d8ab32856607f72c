import { parseCustomerNumber } from '../../../domain/customer-number.ts';

/** What a clerk typed, as what it is most likely meant. */
export type Search =
  | { readonly kind: 'all' }
  /** A number or its beginning. */
  | { readonly kind: 'customer-number'; readonly prefix: string }
  | { readonly kind: 'order-number'; readonly number: string }
  | { readonly kind: 'inquiry-number'; readonly number: string }
  /** Each of them somewhere in what the firm, its places or its people are called; or a reference as a whole. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly whole: string };

const MOST_WORDS = 4;
const SHORTEST_WORD = 2;

/** Reads a search; never refuses. Words of one letter are left out, they would find everything. */
export function readSearch(typed: string): Search {
  const whole = typed.trim().toLowerCase();
  const compact = whole.toUpperCase().replaceAll(/\s/g, '');
  if (/^[AK]-\d{4}-\d{1,12}$/.test(compact)) {
    const [letter = '', year = '', count = ''] = compact.split('-');
    const number = `${letter}-${year}-${count.padStart(6, '0')}`;
    return letter === 'A' ? { kind: 'order-number', number } : { kind: 'inquiry-number', number };
  }
  const number = parseCustomerNumber(compact);
  if (number) return { kind: 'customer-number', prefix: number };
  const words = whole.split(/\s+/).filter((word) => [...word].length >= SHORTEST_WORD);
  return words.length === 0 ? { kind: 'all' } : { kind: 'words', words: words.slice(0, MOST_WORDS), whole };
}
