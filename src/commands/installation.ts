import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import {
  DataDirectoryInUse,
  runningPostgres,
  startEmbeddedPostgres,
} from '../platform/embedded-postgres/index.ts';
import { migrateJobs } from '../platform/jobs/jobs.ts';
import { CannotStart } from './cannot-start.ts';

/** A migrated database and how to reach it, whoever runs the server behind it. */
export interface Installation {
  /** Connects as the owner of the tables; for migrations and for loading data. */
  readonly ownerUrl: string;
  /** Connects the running portal. With `appRole` its connections act as that role. */
  readonly appUrl: string;
  readonly appRole: string | undefined;
  /** The program's own PostgreSQL with the demo. */
  readonly isDemo: boolean;
  readonly appKey: string;
  /** Settles with the reason when the database ends by itself; only its own one can be watched. */
  readonly ended: Promise<string>;
  /** Stops the program's own PostgreSQL; leaves any other alone. */
  close(): Promise<void>;
}

/** A database as it is, whoever runs the server behind it: nothing is brought up to date. */
export interface Server {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly appRole: string | undefined;
  /** Stops the program's own PostgreSQL if this has started it. */
  close(): Promise<void>;
}

/**
 * Reaches the database of DATABASE_URL or the program's own, beside a portal that runs or not, and leaves it as it is.
 * @param options `mayBeNew`: the program's own one is made when there is none, to be filled with a backup
 */
export async function openServer(
  config: Config,
  onStep: (step: string) => void,
  { mayBeNew = false } = {},
): Promise<Server> {
  if (config.databaseUrl) return external(config, config.databaseUrl);
  const directory = path.join(config.dataDirectory, 'postgres');
  if (!mayBeNew && !existsSync(directory))
    throw new CannotStart(`There is no database in ${config.dataDirectory}, and DATABASE_URL is not set.`);
  try {
    const server = await startEmbeddedPostgres({ directory, onStep: (step) => onStep(STEPS[step]) });
    return {
      ownerUrl: server.ownerUrl,
      appUrl: server.appUrl,
      appRole: undefined,
      close: () => server.stop(),
    };
  } catch (error) {
    const running = runningPostgres(directory);
    if (!(error instanceof DataDirectoryInUse) || !running) throw error;
    return { ...running, appRole: undefined, close: async () => {} };
  }
}

/** An installation that is being opened. */
export interface Opening {
  readonly opened: Promise<Installation>;
}

/**
 * Begins to open the database like {@link openInstallation}. Resolves once its PostgreSQL has been started, so that
 * something else can be done until it is ready.
 */
export async function beginInstallation(config: Config, onStep: (step: string) => void): Promise<Opening> {
  const { promise: isStarting, resolve: onStarting } = Promise.withResolvers<void>();
  const opened = openInstallation(config, onStep, onStarting);
  await Promise.race([isStarting, opened]);
  return { opened };
}

/**
 * Opens the database of DATABASE_URL, or starts the program's own, and brings it up to date.
 * @param onStarting called once its PostgreSQL has been started and is not ready yet
 */
export async function openInstallation(
  config: Config,
  onStep: (step: string) => void,
  onStarting?: () => void,
): Promise<Installation> {
  const installation = config.databaseUrl
    ? external(config, config.databaseUrl)
    : await embedded(config, onStep, onStarting);
  try {
    await bringUpToDate(installation.ownerUrl, onStep);
    return installation;
  } catch (error) {
    await installation.close();
    throw error;
  }
}

function external(config: Config, url: string): Installation {
  const ownerUrl = config.databaseOwnerUrl ?? url;
  return {
    ownerUrl,
    appUrl: url,
    // one login for everything: then the connections of the portal take the smaller role by themselves
    appRole: ownerUrl === url ? 'portal_app' : undefined,
    isDemo: false,
    appKey: config.appKey ?? '',
    ended: new Promise(() => {}),
    close: async () => {},
  };
}

const STEPS = {
  preparing: 'Preparing PostgreSQL',
  creating: 'Creating the database (first start only)',
  recovering: 'Clearing up after the last run',
  starting: 'Starting PostgreSQL',
} as const;

async function embedded(
  config: Config,
  onStep: (step: string) => void,
  onStarting: (() => void) | undefined,
): Promise<Installation> {
  const server = await startEmbeddedPostgres({
    directory: path.join(config.dataDirectory, 'postgres'),
    onStep: (step) => onStep(STEPS[step]),
    onSpawned: onStarting,
  });
  return {
    ownerUrl: server.ownerUrl,
    appUrl: server.appUrl,
    appRole: undefined,
    isDemo: true,
    appKey: config.appKey ?? (await ownKey(config.dataDirectory)),
    ended: server.exited,
    close: () => server.stop(),
  };
}

async function bringUpToDate(ownerUrl: string, onStep: (step: string) => void): Promise<void> {
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) onStep(`Applied ${applied.length} migrations`);
  const { allJobs } = await import('../jobs.ts');
  await migrateJobs(ownerUrl, allJobs);
}

/** The demo signs with a key of its own, made at the first start, readable by its user alone. */
async function ownKey(directory: string): Promise<string> {
  const file = path.join(directory, 'app-key');
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFile(file, 'utf8');
}

/** Opens the portal's connection and makes sure that it is bound by row level security. */
export async function openAppDatabase(
  installation: Installation,
  options: Pick<Parameters<typeof openDatabase>[0], 'maxConnections' | 'onError' | 'tracing'>,
): Promise<Database> {
  const db = openDatabase({
    url: installation.appUrl,
    ...(installation.appRole ? { role: installation.appRole } : {}),
    ...options,
  });
  const [row] = await db.sql<{ free: boolean; seen: boolean }>(
    `select (rolsuper or rolbypassrls) as free, exists (select from customer) as seen
     from pg_roles where rolname = current_user`,
  );
  if (row && !row.free && !row.seen) return db;
  await db.close();
  throw new CannotStart(
    'The role of DATABASE_URL can see the rows of every customer. Use a role that is neither superuser nor owner ' +
      'and has no BYPASSRLS, and give the owner as DATABASE_OWNER_URL.',
  );
}
