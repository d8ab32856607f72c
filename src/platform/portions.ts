/**
 * All rows of a long list, so that a table of years takes no more memory than a portion of it.
 * @param read the rows after this one, the first ones without it; none are the end
 */
export async function* inPortions<Row>(
  read: (last: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let last: Row | undefined;
  do {
    const rows = await read(last);
    yield* rows;
    last = rows.at(-1);
  } while (last !== undefined);
}
