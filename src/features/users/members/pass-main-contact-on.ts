import { type CustomerCtx, personIdOf } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { type Member, setMainContact } from './queries.ts';

/**
 * A firm keeps a main contact: when that member goes, it becomes the administrator who sends them off, else the one
 * who has been there longest.
 * @param admins the ids of the active administrators, ascending, as they were before
 */
export async function passMainContactOn(
  tx: Transaction,
  ctx: CustomerCtx,
  leaving: Member,
  admins: readonly number[],
): Promise<void> {
  if (!leaving.isMainContact) return;
  const staying = admins.filter((personId) => personId !== leaving.personId);
  const actor = personIdOf(ctx);
  const next = staying.find((personId) => personId === actor) ?? staying[0];
  if (next !== undefined) await setMainContact(tx, next);
}
