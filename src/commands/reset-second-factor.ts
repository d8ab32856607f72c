import type { Config } from '../config.ts';
import { resetSecondFactor } from '../features/second-factor/index.ts';
import { asClerk, forCustomer } from './as-clerk.ts';
import { CannotStart } from './cannot-start.ts';
import { clerkWords, requireClerk } from './clerk-words.ts';

const USAGE = 'Usage: bin/portal reset-second-factor CUSTOMER-NUMBER E-MAIL --clerk "First Last"';

/** Takes the second factors of somebody away who has lost them all, after the clerk has made sure who they are. */
export async function resetSecondFactorCommand(config: Config, words: readonly string[]): Promise<void> {
  const { positionals, values } = clerkWords(words, USAGE, {});
  const [number, email] = positionals;
  if (!number || !email || positionals.length > 2) throw new CannotStart(USAGE);
  await asClerk(config, requireClerk(values.clerk, USAGE), async (ctx) => {
    await resetSecondFactor(await forCustomer(ctx, number), { email });
    process.stdout.write(`Done. ${email} signs in with the password alone; they are told by mail.\n`);
  });
}
