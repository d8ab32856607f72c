import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { DEMO_PASSWORD } from '../../src/demo/demo-password.ts';
import { loadCatalogue } from '../../src/demo/load-catalogue.ts';
import { loadCustomers } from '../../src/demo/load-customers.ts';
import { loadFaq } from '../../src/demo/load-faq.ts';
import { allJobs } from '../../src/jobs.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts';
import { migrateJobs } from '../../src/platform/jobs/jobs.ts';
import { carrierCtx } from './context.ts';
import { announceTestServer } from './test-server.ts';

const PREFIX = 'kundenportal-test-';
/** Before everything that tests do, and after the first prices. */
const LONG_AGO = Temporal.Instant.from('2026-01-01T08:00:00Z');

/**
 * Starts one server for all test files, with the template in it that they clone.
 * @returns stops it and leaves nothing behind
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  removeLeftovers();
  const directory = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const postgres = await startEmbeddedPostgres({ directory, durable: false });
  const { ownerUrl, appUrl } = postgres;
  await migrate(ownerUrl);
  await migrateJobs(ownerUrl, allJobs);
  const owner = openDatabase({ url: ownerUrl });
  await loadCatalogue(owner);
  await loadFaq(owner, LONG_AGO);
  await loadCustomers(carrierCtx({ db: owner, now: LONG_AGO }), () => quickHash(DEMO_PASSWORD));
  await owner.close();
  announceTestServer(await sealTemplate(ownerUrl, appUrl));
  return async () => {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

/** The cheapest hash that verifies like any other: many tests sign in. */
const quickHash = (password: string) => hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });

/** A database can only be cloned while nobody is connected to it. */
async function sealTemplate(ownerUrl: string, appUrl: string) {
  const template = new URL(ownerUrl).pathname.slice(1);
  const maintenance = new URL(ownerUrl);
  maintenance.pathname = 'postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  await client.query(`alter database ${template} allow_connections false`);
  await client.end();
  return { maintenanceUrl: maintenance.href, template, ownerUrl, appUrl };
}

/** A test run that was killed stopped its server, but could not tidy up. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number.parseInt(name.slice(PREFIX.length), 10))) continue;
    rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
