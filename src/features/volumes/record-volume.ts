import { todayOf } from '../../domain/calendar/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { readVolume } from '../../domain/volumes/index.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type Ctx, deskTransaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { auditedVolume } from './audited.ts';
import { knownNames } from './known-names.ts';
import { findVolume, insertVolumes } from './queries.ts';
import { clerkNameOf, requireVolumeClerk } from './require-clerk.ts';
import { RecordVolume } from './schemas.ts';

/**
 * Writes down a volume that a clerk types in. The form counts once: sent twice, the second time changes nothing.
 * @param input see {@link RecordVolume}: all of it as text, `key` from the form
 *
 * Refuses with `not-found` for customers, `staff-role-required` without billing or dispatch, `invalid`.
 */
export async function recordVolume(ctx: Ctx, input: unknown): Promise<void> {
  requireVolumeClerk(ctx);
  const { key, ...typed } = parseInput(RecordVolume, input);
  await deskTransaction(ctx, async (tx) => {
    const read = readVolume(typed, await knownNames(tx, [typed]), todayOf(ctx));
    if ('problems' in read) refuse({ code: 'invalid', fields: read.problems });
    const [id] = await insertVolumes(tx, [
      { ...read.volume, source: 'typed', entryKey: key, clerkName: clerkNameOf(ctx), createdAt: ctx.now },
    ]);
    const stored = id === undefined ? undefined : await findVolume(tx, id);
    if (!stored) return; // the same form was here before
    await audit(
      tx,
      {
        ...ctx,
        customer: { id: stored.customer_id, number: stored.customer_number, name: stored.customer_name },
      },
      { action: 'volume.record', object: `volume/${id}`, after: auditedVolume(read.volume) },
    );
  });
}
