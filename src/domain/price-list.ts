/** Something that holds from a date on, until the next entry takes its place. */
export interface Dated {
  readonly validFrom: Temporal.PlainDate;
}

/** How a supply is taxed; categories of EN 16931 (UNTDID 5305): S taxed, E exempt with a reason, Z taxed at zero. */
export type VatCategory = 'S' | 'E' | 'Z';

/**
 * The entry that holds on a date: of those that begin on it or before it the latest. Undefined before the first one.
 * A price is that of the day of service, whatever is valid on the day of the invoice.
 */
export function validOn<Entry extends Dated>(
  entries: readonly Entry[],
  date: Temporal.PlainDate,
): Entry | undefined {
  let found: Entry | undefined;
  for (const entry of entries) {
    if (Temporal.PlainDate.compare(entry.validFrom, date) > 0) continue;
    if (!found || Temporal.PlainDate.compare(entry.validFrom, found.validFrom) > 0) found = entry;
  }
  return found;
}
