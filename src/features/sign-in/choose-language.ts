import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { parseInput } from '../../platform/input.ts';
import { setPersonLanguage } from '../customers/index.ts';
import { ChooseLanguage } from './schemas.ts';

/**
 * Sets the language in which the acting person sees the portal and gets letters.
 * @param input see {@link ChooseLanguage}
 *
 * Refuses with `not-signed-in` for anybody but a person, `invalid`.
 */
export async function chooseLanguage(ctx: CustomerCtx, input: unknown): Promise<Language> {
  const { actor } = ctx;
  if (actor.kind !== 'person') refuse({ code: 'not-signed-in' });
  const { language } = parseInput(ChooseLanguage, input);
  await transaction(ctx, async (tx) => {
    await setPersonLanguage(tx, actor.personId, language);
    await audit(tx, ctx, {
      action: 'person.language',
      object: ctx.customer.number,
      before: { language: ctx.language },
      after: { language },
    });
  });
  return language;
}
