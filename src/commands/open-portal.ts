import { mkdir } from 'node:fs/promises';
import pino, { type Logger } from 'pino';
import type { Config } from '../config.ts';
import { DEMO_PASSWORD, loadDemo } from '../demo/index.ts';
import { allHandlers } from '../jobs.ts';
import { type Carrier, findCarrier } from '../platform/carrier/carrier.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { type Jobs, openJobs } from '../platform/jobs/jobs.ts';
import { openMailer } from '../platform/mail/mail.ts';
import { type Metrics, openMetrics, serveMetrics } from '../platform/metrics/index.ts';
import { openPdfRenderer } from '../platform/pdf/index.ts';
import { openTracing, type Tracing } from '../platform/tracing/index.ts';
import { CannotStart } from './cannot-start.ts';
import type { Closers } from './closers.ts';
import { type Installation, type Opening, openAppDatabase } from './installation.ts';
import { logError } from './log-error.ts';
import { say } from './say.ts';

export const clock = () => Temporal.Now.instant();

/** What pages and jobs both stand on. */
export interface OpenPortal {
  readonly installation: Installation;
  readonly db: Database;
  readonly jobs: Jobs;
  readonly carrier: Carrier;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Undefined where no collector is named. */
  readonly tracing: Tracing | undefined;
}

/** The log of a process: quiet where the demo talks to a person. */
export const openLog = (config: Config): Logger =>
  pino({
    level: config.logLevel ?? (config.databaseUrl ? 'info' : 'warn'),
    serializers: { err: logError },
  });

/** Opens database and queue in the order in which they depend on each other; `closers` end them in the reverse one. */
export async function openPortal(
  config: Config,
  log: Logger,
  closers: Closers,
  opening: Opening,
): Promise<OpenPortal> {
  const onError = (err: Error) => log.error({ err });
  await mkdir(config.dataDirectory, { recursive: true });
  const installation = await opening.opened;
  closers.add('PostgreSQL', () => installation.close());

  const tracing = config.traces && (await openTracing(config.traces, log));
  if (tracing) closers.add('traces', () => tracing.close());
  const db = await openAppDatabase(installation, {
    maxConnections: config.databaseConnections,
    onError,
    tracing,
  });
  closers.add('database', () => db.close());
  const metrics = openMetrics(db);
  if (config.metricsPort !== undefined) {
    const served = await serveMetrics(metrics, config.metricsPort);
    closers.add('metrics', () => served.close());
  }
  const jobs = await openJobs({
    url: installation.appUrl,
    ...(installation.appRole ? { role: installation.appRole } : {}),
    supervise: true,
    onError,
    onDone: metrics.job,
    tracing,
  });
  closers.add('jobs', () => jobs.stop());
  const carrier = await carrierOf(installation, db, jobs);
  return { installation, db, jobs, log, metrics, tracing, carrier };
}

/** Starts to work on the jobs until the closers end it. */
export async function startWork(
  portal: OpenPortal,
  config: Config,
  publicUrl: string,
  closers: Closers,
): Promise<void> {
  const { db, jobs, carrier, log, installation } = portal;
  const mailer = openMailer({
    db,
    smtpUrl: config.smtpUrl,
    from: config.mailFrom ?? carrier.email,
    now: clock,
  });
  closers.add('mail', () => mailer.close());
  // one of its own: somebody who waits for a page never waits for a run of thousands
  const pdf = openPdfRenderer();
  closers.add('PDF of jobs', () => pdf.close());
  const { appKey } = installation;
  const { documentInbox } = config;
  await jobs.work(
    allHandlers({ db, jobs, mailer, carrier, clock, pdf, appKey, publicUrl, documentInbox, log }),
  );
}

/** The carrier of the database. The demo is filled with the sample carrier and its firms first. */
async function carrierOf(installation: Installation, db: Database, jobs: Jobs): Promise<Carrier> {
  if (installation.isDemo) {
    const owner = openDatabase({ url: installation.ownerUrl, maxConnections: 2 });
    try {
      const { appKey } = installation;
      await loadDemo({ owner, db, jobs, now: clock(), password: DEMO_PASSWORD, appKey });
    } finally {
      await owner.close();
    }
  }
  const carrier = await findCarrier(db);
  if (carrier) return carrier;
  throw new CannotStart('The database holds no carrier yet. Load one: bin/portal load-carrier seeds');
}

/** Waits for a signal, or for the database to end by itself, and says which. */
export async function untilEnd(signal: Promise<NodeJS.Signals>, installation: Installation): Promise<void> {
  const reason = await Promise.race([signal, installation.ended]);
  say(reason.startsWith('SIG') ? 'Stopping …' : `PostgreSQL has ended by itself:\n${reason}`);
  if (!reason.startsWith('SIG')) process.exitCode = 1;
}
