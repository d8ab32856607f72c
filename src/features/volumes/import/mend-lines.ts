import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, deskTransaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { dropLines, findVolumeFile } from '../queries.ts';
import { requireVolumeClerk } from '../require-clerk.ts';
import { MendLines } from '../schemas.ts';
import { type Taken, takeLines } from './take-lines.ts';

/**
 * Takes lines of a file that were wrong, as they are typed anew; what is wrong still goes on waiting. A line in which
 * nothing is left is thrown away: the file does not bring it back.
 * @param input see {@link MendLines}
 *
 * Refuses with `not-found`, `staff-role-required`, `invalid`.
 */
export async function mendLines(ctx: Ctx, input: unknown): Promise<Taken & { readonly dropped: number }> {
  requireVolumeClerk(ctx);
  const { fileId, lines } = parseInput(MendLines, input);
  return deskTransaction(ctx, async (tx) => {
    const file = (await findVolumeFile(tx, fileId)) ?? refuse({ code: 'not-found' });
    const typed = lines.map(({ line, ...cells }) => ({ line, cells }));
    const isEmpty = ({ cells }: (typeof typed)[number]) => Object.values(cells).every((cell) => cell === '');
    const dropped = await dropLines(
      tx,
      fileId,
      typed.filter(isEmpty).map(({ line }) => line),
    );
    const done = await takeLines(
      tx,
      ctx,
      fileId,
      typed.filter((line) => !isEmpty(line)),
      'form',
    );
    await audit(tx, ctx, {
      action: 'volume.mend',
      object: file.name,
      after: { taken: done.taken, wrong: done.wrong, dropped },
    });
    return { ...done, dropped: dropped.length };
  });
}
