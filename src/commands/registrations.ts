import type { Config } from '../config.ts';
import {
  approveRegistration,
  declineRegistration,
  listRegistrations,
} from '../features/registration/index.ts';
import type { Ctx } from '../platform/context.ts';
import { asClerk } from './as-clerk.ts';
import { CannotStart } from './cannot-start.ts';
import { clerkWords, requireClerk } from './clerk-words.ts';

const USAGE = `Usage: bin/portal registrations
       bin/portal registrations approve ID --clerk "First Last"
       bin/portal registrations decline ID --clerk "First Last"`;

const ANSWERS: Readonly<Record<string, (ctx: Ctx, input: { requestId: string }) => Promise<void>>> = {
  approve: approveRegistration,
  decline: declineRegistration,
};

/** Shows the registrations that wait for the desk, and answers them. */
export async function registrations(config: Config, words: readonly string[]): Promise<void> {
  const { positionals, values } = clerkWords(words, USAGE, {});
  const [verb, requestId] = positionals;
  if (verb === undefined) return asClerk(config, 'desk', show);
  const answer = Object.hasOwn(ANSWERS, verb) ? ANSWERS[verb] : undefined;
  if (!answer || !requestId || positionals.length > 2) throw new CannotStart(USAGE);
  await asClerk(config, requireClerk(values.clerk, USAGE), (ctx) => answer(ctx, { requestId }));
  process.stdout.write('Done. The person is told by mail.\n');
}

async function show(ctx: Ctx): Promise<void> {
  const waiting = await listRegistrations(ctx);
  if (waiting.length === 0) process.stdout.write('No registration waits for the desk.\n');
  for (const { id, customerNumber, customerName, name, email, createdAt } of waiting) {
    const firm = customerName ?? 'NO SUCH CUSTOMER, can only be declined';
    process.stdout.write(`${id}  ${customerNumber}  ${firm}\n    ${name} <${email}>, ${createdAt}\n`);
  }
}
