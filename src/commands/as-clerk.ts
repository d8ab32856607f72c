import path from 'node:path';
import type { Config } from '../config.ts';
import { Refused } from '../domain/refusal.ts';
import { customerByNumber } from '../features/registration/index.ts';
import { findCarrier } from '../platform/carrier/carrier.ts';
import type { Ctx, CustomerCtx } from '../platform/context.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { DataDirectoryInUse, runningPostgres } from '../platform/embedded-postgres/index.ts';
import { formatsFor } from '../platform/i18n/index.ts';
import { openJobs } from '../platform/jobs/jobs.ts';
import { wordsFor } from '../web/index.ts';
import { CannotStart } from './cannot-start.ts';
import { makeClosers } from './closers.ts';
import { openInstallation } from './installation.ts';

/**
 * Does something as a clerk of the carrier, on a connection of the owner, beside a portal that runs or not. Letters
 * that it causes are sent by the running portal. A refusal is said in a sentence.
 * @param clerk the name under which it is written down
 */
export async function asClerk(
  config: Config,
  clerk: string,
  work: (ctx: Ctx) => Promise<void>,
): Promise<void> {
  const closers = makeClosers(() => {});
  try {
    const url = await ownerUrl(config, (close) => closers.add('PostgreSQL', close));
    const db = openDatabase({ url, maxConnections: 2 });
    closers.add('database', () => db.close());
    const jobs = await openJobs({ url, onError: () => {} });
    closers.add('jobs', () => jobs.stop());
    await work({
      actor: { kind: 'carrier', name: clerk },
      customer: undefined,
      grants: { isAdmin: false, rights: [] },
      language: 'en',
      now: Temporal.Now.instant(),
      timeZone: await timeZoneOf(db),
      requestId: 'command line',
      db,
      jobs,
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { title, text } = wordsFor(error.refusal, formatsFor('en', 'Europe/Berlin'));
    throw new CannotStart(`${title}. ${text}${fieldsOf(error)}`);
  } finally {
    await closers.closeAll();
  }
}

async function ownerUrl(config: Config, onOpen: (close: () => Promise<void>) => void): Promise<string> {
  if (config.databaseOwnerUrl) return config.databaseOwnerUrl;
  try {
    const installation = await openInstallation(config, () => {});
    onOpen(() => installation.close());
    return installation.ownerUrl;
  } catch (error) {
    const running = runningPostgres(path.join(config.dataDirectory, 'postgres'));
    if (error instanceof DataDirectoryInUse && running) return running.ownerUrl;
    throw error;
  }
}

async function timeZoneOf(db: Database): Promise<string> {
  const carrier = await findCarrier(db);
  if (!carrier)
    throw new CannotStart('The database holds no carrier yet. Load one: bin/portal load-carrier seeds');
  return carrier.timeZone;
}

function fieldsOf({ refusal }: Refused): string {
  return refusal.code === 'invalid' ? ` (${refusal.fields.map(({ field }) => field).join(', ')})` : '';
}

/**
 * The same connection, but bound by row level security like the portal: for verbs that leave it to the policies whose
 * rows they see. The owner of the tables sees all firms'.
 */
export function boundByPolicies(ctx: Ctx): Ctx {
  const { db } = ctx;
  const transaction: Database['transaction'] = (customerId, work) =>
    db.transaction(customerId, async (tx) => {
      await tx.sql("select set_config('role', 'portal_app', true)");
      return work(tx);
    });
  return { ...ctx, db: { ...db, transaction } };
}

/** The context for the firm of a number. */
export async function forCustomer(ctx: Ctx, number: string): Promise<CustomerCtx> {
  const customer = await ctx.db.transaction(undefined, (tx) => customerByNumber(tx, number));
  if (!customer) throw new CannotStart(`There is no customer ${number}.`);
  return { ...ctx, customer };
}
