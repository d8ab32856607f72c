/** Where the pages beside this one are, as far as there are any. */
export interface PagerLinks {
  readonly first: string | undefined;
  readonly older: string | undefined;
}

/** So many rows of a firm stand on one page. */
export const PAGE_SIZE = 50;

/**
 * Cuts one row more than a page holds off, and says where the next page goes on.
 * @param place of a row, as {@link readPlace} reads it again
 */
export function pageOf<Row>(rows: readonly Row[], place: (row: Row) => string) {
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return { rows: shown, after: last && rows.length > PAGE_SIZE ? place(last) : undefined };
}

/** The links of a page at this address that was reached by `after`. */
export const pagerLinks = (address: string, isFirst: boolean, after: string | undefined): PagerLinks => ({
  first: isFirst ? undefined : address,
  older: after && `${address}?${new URLSearchParams({ nach: after })}`,
});

/** The id in an address; anything else shows the first page. */
export const readId = (text: string): number | undefined =>
  /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;

/** A day and an id, `2026-11-23_42`; anything else shows the first page. */
export function readDatedId(
  text: string,
): { readonly date: Temporal.PlainDate; readonly id: number } | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})_([1-9]\d{0,14})$/.exec(text);
  if (!parts?.[1] || !parts[2]) return undefined;
  try {
    return { date: Temporal.PlainDate.from(parts[1]), id: Number(parts[2]) };
  } catch {
    return undefined; // 2026-02-30 has the form of a date and is none
  }
}
