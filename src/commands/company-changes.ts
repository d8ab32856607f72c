import type { Config } from '../config.ts';
import { answerCompanyChange, openCompanyChanges } from '../features/master-data/index.ts';
import type { Ctx } from '../platform/context.ts';
import { asClerk } from './as-clerk.ts';
import { CannotStart } from './cannot-start.ts';
import { clerkWords, requireClerk } from './clerk-words.ts';

const USAGE = `Usage: bin/portal company-changes
       bin/portal company-changes accept ID [--note "what the firm should know"] --clerk "First Last"
       bin/portal company-changes decline ID --note "why not" --clerk "First Last"`;

const ANSWERS: Readonly<Record<string, 'accepted' | 'declined'>> = {
  accept: 'accepted',
  decline: 'declined',
};

/** Shows the firms that ask for another name, and answers them. */
export async function companyChanges(config: Config, words: readonly string[]): Promise<void> {
  const { positionals, values } = clerkWords(words, USAGE, { note: { type: 'string' } });
  const [verb, id] = positionals;
  if (verb === undefined) return asClerk(config, 'desk', show);
  const answer = Object.hasOwn(ANSWERS, verb) ? ANSWERS[verb] : undefined;
  if (!answer || !id || positionals.length > 2) throw new CannotStart(USAGE);
  await asClerk(config, requireClerk(values.clerk, USAGE), async (ctx) => {
    const { number } = await answerCompanyChange(ctx, { id, answer, note: values.note ?? '' });
    process.stdout.write(
      answer === 'accepted'
        ? `Done. ${number} has its new name; whoever asked is told by mail.\n`
        : `Done. ${number} keeps its name; whoever asked is told why by mail.\n`,
    );
  });
}

async function show(ctx: Ctx): Promise<void> {
  const open = await openCompanyChanges(ctx);
  if (open.length === 0) process.stdout.write('No company asks for another name.\n');
  for (const { id, number, currentName, newName, validFrom, reason, personName, personEmail } of open) {
    const person = personEmail ? `${personName} <${personEmail}>` : 'somebody who has left the company';
    process.stdout.write(
      `${id}  ${number}  ${currentName}\n    → ${newName}, from ${validFrom}, asked by ${person}\n    ${reason}\n`,
    );
  }
}
