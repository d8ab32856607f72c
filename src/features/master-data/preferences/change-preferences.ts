import { z } from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { setPersonLanguage } from '../../customers/index.ts';
import { changesBetween } from '../changes.ts';
import { Version } from '../schemas.ts';
import { findPreferences, savePreferences } from './queries.ts';
import { Preferences } from './schemas.ts';

/** The `version` that the form showed (0: nothing was chosen yet) and the choices. */
export const ChangePreferences = z.object({ version: Version.shape.version, ...Preferences.shape });

/**
 * Chooses the language and the letters of the acting person, whatever firm they act for. Letters about the
 * security of the account always go out.
 * @param input see {@link ChangePreferences}
 *
 * Refuses with `not-signed-in` for anybody but a person, `invalid`, `stale`.
 */
export async function changePreferences(ctx: CustomerCtx, input: unknown): Promise<{ changed: boolean }> {
  const { actor } = ctx;
  if (actor.kind !== 'person') refuse({ code: 'not-signed-in' });
  const { version, ...values } = parseInput(ChangePreferences, input);
  return transaction(ctx, async (tx) => {
    const current = await findPreferences(tx, actor.personId);
    if (!current) refuse({ code: 'not-signed-in' });
    const change = changesBetween(current.values, values);
    if (!change) return { changed: false };
    if (!(await savePreferences(tx, actor.personId, version, values))) refuse({ code: 'stale' });
    if (change.after.language) await setPersonLanguage(tx, actor.personId, values.language);
    await audit(tx, ctx, {
      action: 'preferences.change',
      object: `preferences/${actor.personId}`,
      ...change,
    });
    return { changed: true };
  });
}
