import { refuse } from '../../domain/refusal.ts';
import type { PageRequest } from '../../web/index.ts';
import { USERS } from './paths.ts';
import { type Done, words } from './words.ts';

const DONE = 'getan';

/** The list, saying what was just done. */
export const doneAddress = (done: Done) => `${USERS}?${DONE}=${done}`;

/** What was just done, when the address says something that there are words for. */
export function doneOf(request: PageRequest): Done | undefined {
  const said = request.url.searchParams.get(DONE) ?? '';
  return Object.hasOwn(words.de.list.notices, said) ? (said as Done) : undefined;
}

/** The id in the address. Whatever is none is as unknown as one that was never given out. */
export function idOf(request: PageRequest): number {
  const { id = '' } = request.params;
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : refuse({ code: 'not-found' });
}
