import type { Database } from '../platform/db/database.ts';
import { insertFaq } from './queries.ts';
import { FaqSeed, readSeed, SEEDS } from './seeds.ts';

/**
 * Enters the answers of the help pages where there are none. They speak of the portal and not of a carrier, so every
 * installation begins with them, whatever else it loads.
 */
export async function loadFaq(owner: Database, now: Temporal.Instant): Promise<void> {
  const { entries } = await readSeed(SEEDS, 'faq', FaqSeed);
  await owner.transaction(undefined, (tx) => insertFaq(tx, entries, now));
}
