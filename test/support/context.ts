import { knownRights, type Right } from '../../src/domain/rights.ts';
import type { Ctx, CustomerCtx } from '../../src/platform/context.ts';
import { type Database, query, type Transaction } from '../../src/platform/db/database.ts';
import type { Jobs } from '../../src/platform/jobs/jobs.ts';
import { MONDAY, TIME_ZONE } from './clock.ts';

/** The people of each sample firm: the administrator, and somebody who may order but not cancel. */
export type SampleUser = 'admin' | 'mitarbeit';

interface Options {
  readonly db: Database;
  readonly now?: Temporal.Instant;
  /** Without it, whatever enqueues fails. */
  readonly jobs?: Jobs;
}

/** Rights other than those that the person has: `{ isAdmin: false, rights: ['orders.place'] }`. */
interface OtherGrants {
  readonly isAdmin?: boolean;
  readonly rights?: readonly Right[];
}

/** The e-mail of a sample login. */
export const emailOf = (customer: string, user: SampleUser) => `${user}@${customer.toLowerCase()}.example`;

/** The context of somebody who is signed in, with what the database says of them. */
export async function ctxFor(
  options: Options & { customer?: string; user?: SampleUser; grants?: OtherGrants },
): Promise<CustomerCtx> {
  const { db, customer: number = 'D100001', user = 'admin' } = options;
  const email = emailOf(number, user);
  const [ids] = await db.sql<{ person_id: number; customer_id: number }>(
    'select person_id, customer_id from sign_in_candidate($1, $2, $3)',
    [number, email, options.now ?? MONDAY],
  );
  if (!ids) throw new Error(`${email} does not act for ${number}`);
  const who = await db.transaction(ids.customer_id, (tx) => member(tx, ids.person_id));
  return {
    ...shared(options),
    actor: { kind: 'person', personId: ids.person_id, name: who.person, email },
    customer: { id: ids.customer_id, number, name: who.customer },
    grants: { isAdmin: who.is_admin, rights: knownRights(who.rights), ...options.grants },
    language: who.language,
  };
}

/** The carrier's own context; with a customer it acts for that firm. */
export function carrierCtx(options: Options & { customer: CustomerCtx['customer'] }): CustomerCtx;
export function carrierCtx(options: Options): Ctx;
export function carrierCtx(options: Options & { customer?: CustomerCtx['customer'] }): Ctx {
  return {
    ...shared(options),
    actor: { kind: 'carrier', name: 'Spreebrief' },
    customer: options.customer,
    grants: { isAdmin: false, rights: [] },
    language: 'de',
  };
}

const shared = ({ db, now = MONDAY, jobs = noJobs }: Options) => ({
  db,
  now,
  jobs,
  timeZone: TIME_ZONE,
  requestId: 'test',
});

async function member(tx: Transaction, personId: number) {
  const row = await tx.first(
    query
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .innerJoin('customer as c', 'c.id', 'm.customer_id')
      .select(['p.name as person', 'p.language', 'c.name as customer', 'm.is_admin', 'm.rights'])
      .where('m.person_id', '=', personId),
  );
  if (!row) throw new Error(`Person ${personId} is not a member`);
  return row;
}

const unexpected = () => Promise.reject(new Error('this test has no jobs'));

/** For what enqueues nothing; it fails when it does. */
const noJobs: Jobs = {
  enqueue: unexpected,
  retry: unexpected,
  work: unexpected,
  drain: unexpected,
  stop: () => Promise.resolve(),
};
