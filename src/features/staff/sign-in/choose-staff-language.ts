import type { Ctx } from '../../../platform/context.ts';
import type { Language } from '../../../platform/i18n/index.ts';
import { parseInput } from '../../../platform/input.ts';
import { ChooseStaffLanguage } from '../schemas.ts';
import { staffTransaction } from '../staff-scope.ts';
import { storeStaffLanguage } from './queries.ts';

/** Keeps the language in which the acting member of staff reads the desk. Refuses with `invalid`. */
export async function chooseStaffLanguage(ctx: Ctx, input: unknown): Promise<Language> {
  const { language } = parseInput(ChooseStaffLanguage, input);
  await staffTransaction(ctx, (tx, { staffId }) => storeStaffLanguage(tx, staffId, language));
  return language;
}
