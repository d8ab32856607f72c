import { type Ctx, deskTransaction, requireStaff } from '../../../platform/context.ts';
import { cleanText } from '../../../platform/input.ts';
import { type FirmPlace, type ListedFirm, searchFirms } from './queries.ts';
import { readSearch } from './search-words.ts';

const PAGE_SIZE = 50;
const LONGEST_SEARCH = 100;

export interface FoundFirms {
  readonly search: string;
  readonly rows: readonly ListedFirm[];
  /** Where the next page goes on. */
  readonly after: string | undefined;
}

/**
 * The firms that fit what was typed: number, name, place, person, e-mail, reference, number of an order or a question.
 * @param typed anything
 * @param after the `after` of the page before
 *
 * Refuses with `not-found` for anybody but staff, `staff-role-required` without the role care.
 */
export async function findFirms(ctx: Ctx, typed: string, after = ''): Promise<FoundFirms> {
  requireStaff(ctx, 'care');
  const search = cleanText(typed).slice(0, LONGEST_SEARCH);
  const found = await deskTransaction(ctx, (tx) =>
    searchFirms(tx, readSearch(search), readFirmPlace(after), PAGE_SIZE),
  );
  const rows = found.slice(0, PAGE_SIZE);
  const last = rows.at(-1);
  return { search, rows, after: found.length > PAGE_SIZE && last ? writeFirmPlace(last) : undefined };
}

const writeFirmPlace = ({ key, id }: FirmPlace) => `${id}-${key}`;

function readFirmPlace(text: string): FirmPlace | undefined {
  const parts = /^(\d{1,15})-(.{1,400})$/su.exec(cleanText(text));
  return parts?.[1] && parts[2] ? { id: Number(parts[1]), key: parts[2] } : undefined;
}
