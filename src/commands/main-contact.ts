import type { Config } from '../config.ts';
import {
  agreeToMainContact,
  openProposals,
  proposeMainContact,
  withdrawMainContact,
} from '../features/users/index.ts';
import { type Ctx, deskTransaction } from '../platform/context.ts';
import { asClerk, forCustomer } from './as-clerk.ts';
import { CannotStart } from './cannot-start.ts';
import { clerkWords, requireClerk } from './clerk-words.ts';

const USAGE = `Usage: bin/portal main-contact
       bin/portal main-contact propose CUSTOMER-NUMBER E-MAIL --reason "how they proved it" [--language en]
                                       --clerk "First Last"
       bin/portal main-contact agree ID --clerk "Another Clerk"
       bin/portal main-contact withdraw ID --clerk "First Last"`;

const ANSWERS: Readonly<Record<string, typeof agreeToMainContact>> = {
  agree: agreeToMainContact,
  withdraw: withdrawMainContact,
};

/** Gives a firm whose administrators are gone a new main contact, once two clerks agree. */
export async function mainContact(config: Config, words: readonly string[]): Promise<void> {
  const { positionals, values } = clerkWords(words, USAGE, {
    reason: { type: 'string' },
    language: { type: 'string' },
  });
  const [verb, what, email] = positionals;
  if (verb === undefined) return asClerk(config, 'desk', show);
  if (what === undefined || positionals.length > (verb === 'propose' ? 3 : 2)) throw new CannotStart(USAGE);
  const clerk = requireClerk(values.clerk, USAGE);
  if (verb === 'propose') {
    return asClerk(config, clerk, async (ctx) => {
      const { reason, language = 'de' } = values;
      const id = await proposeMainContact(await forCustomer(ctx, what), { email, reason, language });
      process.stdout.write(`Proposal ${id} waits for another clerk: bin/portal main-contact agree ${id}\n`);
    });
  }
  const answer = Object.hasOwn(ANSWERS, verb) ? ANSWERS[verb] : undefined;
  if (!answer) throw new CannotStart(USAGE);
  await asClerk(config, clerk, async (ctx) => {
    const proposal = (await deskTransaction(ctx, openProposals)).find(({ id }) => `${id}` === what);
    if (!proposal) throw new CannotStart(`There is no open proposal ${what}.`);
    await answer(await forCustomer(ctx, proposal.customerNumber), { proposalId: proposal.id });
  });
  process.stdout.write(verb === 'agree' ? 'Done. Everybody of the firm is told by mail.\n' : 'Done.\n');
}

async function show(ctx: Ctx): Promise<void> {
  const proposals = await deskTransaction(ctx, openProposals);
  if (proposals.length === 0) process.stdout.write('No proposal waits for a second clerk.\n');
  for (const { id, customerNumber, customerName, email, reason, proposedBy, proposedAt } of proposals) {
    process.stdout.write(
      `${id}  ${customerNumber}  ${customerName}\n    ${email}, proposed by ${proposedBy}, ${proposedAt}\n    ${reason}\n`,
    );
  }
}
