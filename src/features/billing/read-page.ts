import type { PageRequest } from '../../web/index.ts';

/** More pages than anybody leafs through. */
const MOST = 10_000;

/** The page that a text names; undefined when it names none. */
export const pageOf = (typed: string): number | undefined =>
  /^[1-9]\d{0,4}$/.test(typed) ? Math.min(Number(typed), MOST) : undefined;

/** Which page of a list is asked for: 1 unless the address says otherwise. */
export const pageNumber = ({ url }: PageRequest): number => pageOf(url.searchParams.get('seite') ?? '') ?? 1;

/** The address of another page of the same list; undefined where there is none. */
export function pageHref({ url }: PageRequest, page: number): string {
  const search = new URLSearchParams(url.search);
  search.set('seite', String(page));
  return `${url.pathname}?${search}`;
}
