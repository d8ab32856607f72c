import { registerCustomer } from '../features/customers/index.ts';
import type { Ctx } from '../platform/context.ts';
import { customerIds } from './queries.ts';
import { CustomersSeed, readSeed, SEEDS } from './seeds.ts';

/**
 * Enters the sample firms that are not there yet, through the verb that enters every firm.
 * @param ctx the carrier's, on a connection of the owner
 * @param hashPassword hashes the one password of all sample logins; called once, when it is needed
 */
export async function loadCustomers(ctx: Ctx, hashPassword: () => Promise<string>): Promise<void> {
  const { customers } = await readSeed(SEEDS, 'customers', CustomersSeed);
  const known = await ctx.db.transaction(undefined, customerIds);
  const missing = customers.filter(({ number }) => !known.has(number));
  if (missing.length === 0) return;
  const passwordHash = await hashPassword();
  for (const { users, addresses, orders: _, ...customer } of missing) {
    await registerCustomer(ctx, {
      ...customer,
      addresses: addresses.map(({ kinds, ...address }) => ({ ...address, uses: kinds })),
      people: users.map((user) => ({ ...user, passwordHash })),
    });
  }
}
