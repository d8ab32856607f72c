import { z } from 'zod';
import { readPrefixList, writePrefixList } from '../../domain/zones/index.ts';

/** So long a list is a slip; a zone of whole postcodes has some hundreds. */
export const LONGEST_LIST = 8000;

/** A list of postcodes and their beginnings, brought into one spelling; empty is none. */
export const prefixesText = z
  .string()
  .max(LONGEST_LIST)
  .transform((typed, issues) => {
    const prefixes = readPrefixList(typed);
    if (prefixes) return writePrefixList(prefixes);
    issues.addIssue({ code: 'custom', input: typed, params: { problem: 'not-postcodes' } });
    return z.NEVER;
  });
