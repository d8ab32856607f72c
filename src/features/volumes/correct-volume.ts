import { todayOf } from '../../domain/calendar/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { readVolume } from '../../domain/volumes/index.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type Ctx, deskTransaction } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { parseInput } from '../../platform/input.ts';
import { auditedRow, auditedVolume } from './audited.ts';
import { knownNames } from './known-names.ts';
import { deleteVolume, findVolume, lockVolume, type NamedVolume, updateVolume } from './queries.ts';
import { requireVolumeClerk } from './require-clerk.ts';
import { CorrectVolume, RemoveVolume } from './schemas.ts';

/**
 * Corrects a volume that is not billed yet; what it was, what it is now and why stays in the audit log.
 * @param input see {@link CorrectVolume}: everything anew as text, `version` as it was shown
 *
 * Refuses with `not-found`, `staff-role-required`, `invalid`, `stale`, `volume-invoiced`.
 */
export async function correctVolume(ctx: Ctx, input: unknown): Promise<void> {
  requireVolumeClerk(ctx);
  const { id, version, reason, ...typed } = parseInput(CorrectVolume, input);
  await deskTransaction(ctx, async (tx) => {
    const volume = await unbilledVolume(tx, id, version);
    const whole = { ...typed, customer: volume.customer_number };
    const read = readVolume(whole, await knownNames(tx, [whole]), todayOf(ctx));
    if ('problems' in read) refuse({ code: 'invalid', fields: read.problems });
    await updateVolume(tx, { ...read.volume, id, version: version + 1 });
    await audit(
      tx,
      { ...ctx, customer: firmOf(volume) },
      {
        action: 'volume.correct',
        object: `volume/${id}`,
        before: auditedRow(volume),
        after: { ...auditedVolume(read.volume), reason },
      },
    );
  });
}

/**
 * Takes a volume away that should not be there. The line of the file that it came from does not bring it back.
 * @param input see {@link RemoveVolume}
 *
 * Refuses as {@link correctVolume} does.
 */
export async function removeVolume(ctx: Ctx, input: unknown): Promise<void> {
  requireVolumeClerk(ctx);
  const { id, version, reason } = parseInput(RemoveVolume, input);
  await deskTransaction(ctx, async (tx) => {
    const volume = await unbilledVolume(tx, id, version);
    await deleteVolume(tx, volume);
    await audit(
      tx,
      { ...ctx, customer: firmOf(volume) },
      { action: 'volume.remove', object: `volume/${id}`, before: auditedRow(volume), after: { reason } },
    );
  });
}

/** The volume in the version that the clerk saw, locked. */
async function unbilledVolume(tx: Transaction, id: number, version: number): Promise<NamedVolume> {
  const locked = await lockVolume(tx, id);
  const volume = locked && (await findVolume(tx, id));
  if (!volume) refuse({ code: 'not-found' });
  if (volume.invoice_id !== null) refuse({ code: 'volume-invoiced' });
  if (volume.version !== version) refuse({ code: 'stale' });
  return volume;
}

const firmOf = (volume: NamedVolume) => ({
  id: volume.customer_id,
  number: volume.customer_number,
  name: volume.customer_name,
});
