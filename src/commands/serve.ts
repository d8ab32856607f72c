import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import type { Hono } from 'hono';
import pino from 'pino';
import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { DEMO_PASSWORD, loadDemo } from '../demo/index.ts';
import { allHandlers } from '../jobs.ts';
import { bundleAssets } from '../platform/assets/index.ts';
import { type Carrier, findCarrier } from '../platform/carrier/carrier.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { type Jobs, openJobs } from '../platform/jobs/jobs.ts';
import { openMailer } from '../platform/mail/mail.ts';
import { openPdfRenderer } from '../platform/pdf/index.ts';
import { CannotStart } from './cannot-start.ts';
import { type Closers, makeClosers, untilSignal } from './closers.ts';
import { type Installation, openAppDatabase, openInstallation } from './installation.ts';

const clock = () => Temporal.Now.instant();
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Starts everything in the order in which it depends on each other, and stops in the reverse order. */
export async function serve(config: Config): Promise<void> {
  const signal = untilSignal();
  const log = pino({ level: config.logLevel ?? (config.databaseUrl ? 'info' : 'warn') });
  const onError = (err: Error) => log.error({ err });
  const closers = makeClosers(onError);
  try {
    await mkdir(config.dataDirectory, { recursive: true });
    const installation = await openInstallation(config, say);
    closers.add('PostgreSQL', () => installation.close());

    const db = await openAppDatabase(installation, { maxConnections: config.databaseConnections, onError });
    closers.add('database', () => db.close());
    const jobs = await openJobs({
      url: installation.appUrl,
      ...(installation.appRole ? { role: installation.appRole } : {}),
      supervise: true,
      onError,
    });
    closers.add('jobs', () => jobs.stop());

    const carrier = await carrierOf(installation, db, jobs);
    const assets = await bundleAssets({ accent: carrier.accentColour });
    const pdf = openPdfRenderer();
    closers.add('PDF', () => pdf.close());
    const services = {
      db,
      jobs,
      assets,
      carrier,
      pdf,
      log,
      clock,
      appKey: installation.appKey,
      baseUrl: config.baseUrl,
      proxyHops: config.proxyHops,
      isDemo: installation.isDemo,
      demoPassword: installation.isDemo ? DEMO_PASSWORD : undefined,
    };
    const address = await open(createApp(services), config, closers);
    const publicUrl = config.baseUrl ?? address;

    const mailer = openMailer({
      db,
      smtpUrl: config.smtpUrl,
      from: config.mailFrom ?? carrier.email,
      now: clock,
    });
    closers.add('mail', () => mailer.close());
    await jobs.work(allHandlers({ db, jobs, mailer, carrier, clock, publicUrl }));

    welcome(installation, publicUrl, carrier);
    const reason = await Promise.race([signal, installation.ended]);
    say(reason.startsWith('SIG') ? 'Stopping …' : `PostgreSQL has ended by itself:\n${reason}`);
    if (!reason.startsWith('SIG')) process.exitCode = 1;
  } finally {
    await closers.closeAll();
  }
}

/** The carrier of the database. The demo is filled with the sample carrier and its firms first. */
async function carrierOf(installation: Installation, db: Database, jobs: Jobs): Promise<Carrier> {
  if (installation.isDemo) {
    const owner = openDatabase({ url: installation.ownerUrl, maxConnections: 2 });
    try {
      await loadDemo({ owner, db, jobs, now: clock(), password: DEMO_PASSWORD });
    } finally {
      await owner.close();
    }
  }
  const carrier = await findCarrier(db);
  if (carrier) return carrier;
  throw new CannotStart('The database holds no carrier yet. Load one: bin/portal load-carrier seeds');
}

/** Listens, and resolves with the address as people type it. */
async function open(app: Hono, config: Config, closers: Closers): Promise<string> {
  const server = listen({ fetch: app.fetch, hostname: config.host, port: config.port });
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? `Port ${config.port} is taken` : message;
    throw new CannotStart(`${reason}. Choose another port, for example: PORT=${config.port + 1} npm start`);
  }
  closers.add('server', async () => {
    const closed = once(server, 'close');
    server.close();
    // browsers keep idle connections open for minutes; running requests are left to finish
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
}

function welcome(installation: Installation, address: string, carrier: Carrier): void {
  say(`\n  ${carrier.name} Kundenportal: ${address}\n`);
  if (!installation.isDemo) return;
  say('  Demo logins (customer number, e-mail), all with the password');
  say(`  ${DEMO_PASSWORD}\n`);
  for (const number of ['D100001', 'D100002', 'D100003']) {
    const domain = `${number.toLowerCase()}.example`;
    say(`    ${number}  admin@${domain}      all rights`);
    say(`    ${number}  mitarbeit@${domain}  orders, no cancelling`);
  }
  say(`\n  What the demo would mail lies at ${address}/desk/postfach`);
  say('  Stop with Ctrl-C.\n');
}
