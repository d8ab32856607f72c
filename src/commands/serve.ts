import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import type { Hono } from 'hono';
import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { DEMO_CLERKS, DEMO_PASSWORD, DEMO_STAFF } from '../demo/index.ts';
import { endLivePages } from '../features/desk-today/index.ts';
import { bundleAssets, bundleSources } from '../platform/assets/index.ts';
import { openPdfRenderer } from '../platform/pdf/index.ts';
import { CannotStart } from './cannot-start.ts';
import { type Closers, makeClosers, untilSignal } from './closers.ts';
import { clock, type OpenPortal, openLog, openPortal, say, startWork, untilEnd } from './open-portal.ts';

const WITHOUT_JOBS = '--without-jobs';

/** Starts everything in the order in which it depends on each other, and stops in the reverse order. */
export async function serve(config: Config, words: readonly string[] = []): Promise<void> {
  const unknown = words.find((word) => word !== WITHOUT_JOBS);
  if (unknown !== undefined) throw new CannotStart(`Usage: bin/portal serve [${WITHOUT_JOBS}]`);
  const signal = untilSignal();
  const log = openLog(config);
  const closers = makeClosers((err) => log.error({ err }));
  try {
    // goes on beside the start of the database; why it failed is said where it is waited for
    const sources = bundleSources();
    sources.catch(() => {});
    const portal = await openPortal(config, log, closers);
    const { installation, carrier } = portal;
    const assets = await bundleAssets({ accent: carrier.accentColour, sources });
    const pdf = openPdfRenderer();
    closers.add('PDF', () => pdf.close());
    const services = {
      ...portal,
      assets,
      pdf,
      clock,
      appKey: installation.appKey,
      baseUrl: config.baseUrl,
      proxyHops: config.proxyHops,
      metricsToken: config.metricsToken,
      isDemo: installation.isDemo,
      demoPassword: installation.isDemo ? DEMO_PASSWORD : undefined,
      demoStaff: installation.isDemo ? DEMO_STAFF : undefined,
    };
    const address = await open(createApp(services), config, closers);
    closers.add('live pages', async () => endLivePages(portal.db));
    const publicUrl = config.baseUrl ?? address;
    if (!words.includes(WITHOUT_JOBS)) await startWork(portal, config, publicUrl, closers);

    welcome(portal, publicUrl);
    await untilEnd(signal, installation);
  } finally {
    await closers.closeAll();
  }
}

/** The demo with its own PostgreSQL, whatever database the environment names. */
export function demo(config: Config): Promise<void> {
  return serve({ ...config, databaseUrl: undefined, databaseOwnerUrl: undefined });
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

function welcome({ installation, carrier }: OpenPortal, address: string): void {
  say(`\n  ${carrier.name} Kundenportal: ${address}\n`);
  if (!installation.isDemo) return;
  say('  Demo logins (customer number, e-mail), all with the password');
  say(`  ${DEMO_PASSWORD}\n`);
  for (const number of ['D100001', 'D100002', 'D100003']) {
    const domain = `${number.toLowerCase()}.example`;
    say(`    ${number}  admin@${domain}      all rights`);
    say(`    ${number}  mitarbeit@${domain}  orders, no cancelling`);
  }
  say(`\n  The desk of the staff: ${address}/desk (the page after the password shows the code of the app)\n`);
  for (const { email, role } of DEMO_CLERKS) say(`    ${email.padEnd(32)} ${role}`);
  say(`\n  What the demo would mail lies at ${address}/vorfuehrung/postfach`);
  say('  Stop with Ctrl-C.\n');
}
