import type { Config } from '../config.ts';
import { issueActivationCode } from '../features/registration/index.ts';
import { formatsFor } from '../platform/i18n/index.ts';
import { asClerk, forCustomer } from './as-clerk.ts';
import { CannotStart } from './cannot-start.ts';
import { clerkWords, requireClerk } from './clerk-words.ts';

const USAGE = 'Usage: bin/portal activation-code CUSTOMER-NUMBER --clerk "First Last"';

/** Issues the code that a firm without users registers with, to print on its invoice or send by letter. */
export async function activationCode(config: Config, words: readonly string[]): Promise<void> {
  const { positionals, values } = clerkWords(words, USAGE, {});
  const [number] = positionals;
  if (!number || positionals.length > 1) throw new CannotStart(USAGE);
  await asClerk(config, requireClerk(values.clerk, USAGE), async (ctx) => {
    const { code, expiresAt } = await issueActivationCode(await forCustomer(ctx, number));
    const until = formatsFor('en', ctx.timeZone).dateTime(expiresAt);
    process.stdout.write(`${code}\nValid until ${until}. It is shown only here; an earlier one has ended.\n`);
  });
}
