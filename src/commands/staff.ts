import type { Config } from '../config.ts';
import {
  createStaff,
  deactivateStaff,
  findStaffByEmail,
  listStaff,
  newStaffPassword,
  resetStaffSecondFactor,
  staffWithSecondFactor,
} from '../features/staff/index.ts';
import { type Ctx, deskTransaction } from '../platform/context.ts';
import { formatsFor } from '../platform/i18n/index.ts';
import { asClerk } from './as-clerk.ts';
import { CannotStart } from './cannot-start.ts';
import { clerkWords, requireClerk } from './clerk-words.ts';

const USAGE = `Usage: bin/portal staff list
       bin/portal staff create E-MAIL --name "First Last" --roles dispatch,care,billing,catalogue,admin
                               [--language en] --clerk "Who Asks"
       bin/portal staff new-password E-MAIL --clerk "Who Asks"
       bin/portal staff reset-second-factor E-MAIL --clerk "Who Asks"
       bin/portal staff deactivate E-MAIL --clerk "Who Asks"`;

/** Accounts of the desk from the command line: the first administrator, and whoever has locked everybody out. */
export async function staff(config: Config, words: readonly string[]): Promise<void> {
  const { positionals, values } = clerkWords(words, USAGE, {
    name: { type: 'string' },
    roles: { type: 'string' },
    language: { type: 'string' },
  });
  const [verb, email] = positionals;
  if (verb === 'list' && positionals.length === 1) return asClerk(config, 'desk', list);
  const work = verb !== undefined && Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (!work || !email || positionals.length > 2) throw new CannotStart(USAGE);
  await asClerk(config, requireClerk(values.clerk, USAGE), (ctx) => work(ctx, email, values));
}

type Values = Partial<Record<'name' | 'roles' | 'language' | 'clerk', string>>;

const VERBS: Readonly<Record<string, (ctx: Ctx, email: string, values: Values) => Promise<void>>> = {
  async create(ctx, email, { name, roles = '', language = 'de' }) {
    const { handedOver } = await createStaff(ctx, {
      email,
      name,
      language,
      roles: roles.split(',').flatMap((role) => role.trim() || []),
      handOver: 'show',
    });
    if (handedOver) sayPassword(ctx, handedOver);
  },
  async 'new-password'(ctx, email) {
    const made = await newStaffPassword(ctx, { staffId: await idOf(ctx, email), handOver: 'show' });
    if (made) sayPassword(ctx, made);
  },
  async 'reset-second-factor'(ctx, email) {
    await resetStaffSecondFactor(ctx, { staffId: await idOf(ctx, email) });
    process.stdout.write(`Done. ${email} sets up a new second factor at the next sign-in.\n`);
  },
  async deactivate(ctx, email) {
    await deactivateStaff(ctx, { staffId: await idOf(ctx, email) });
    process.stdout.write(`Done. ${email} is signed out and stays out.\n`);
  },
};

function sayPassword(ctx: Ctx, made: { secret: string; expiresAt: Temporal.Instant }): void {
  const until = formatsFor('en', ctx.timeZone).dateTime(made.expiresAt);
  process.stdout.write(`${made.secret}\nOpens /desk/anmelden once, until ${until}. It is shown only here.\n`);
}

async function idOf(ctx: Ctx, email: string): Promise<number> {
  const account = await deskTransaction(ctx, (tx) => findStaffByEmail(tx, email));
  if (!account) throw new CannotStart(`There is no account of ${email}.`);
  return account.id;
}

async function list(ctx: Ctx): Promise<void> {
  const { accounts, factors } = await deskTransaction(ctx, async (tx) => ({
    accounts: await listStaff(tx),
    factors: await staffWithSecondFactor(tx),
  }));
  if (accounts.length === 0) process.stdout.write('There is no account yet: bin/portal staff create …\n');
  for (const { id, email, name, roles, isActive, lastSignInAt } of accounts) {
    const state = [
      roles.join(', '),
      isActive ? 'active' : 'closed',
      factors.has(id) ? 'second factor set up' : 'no second factor yet',
      lastSignInAt ? `last here ${lastSignInAt}` : 'never here',
    ];
    process.stdout.write(`${email}  ${name}\n    ${state.join('; ')}\n`);
  }
}
