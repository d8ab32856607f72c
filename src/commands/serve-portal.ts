import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import type { Hono } from 'hono';
import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { DEMO_CLERKS, DEMO_PASSWORD, DEMO_STAFF } from '../demo/index.ts';
import { endLivePages } from '../features/desk-today/index.ts';
import { type Bundle, bundleAssets } from '../platform/assets/index.ts';
import { openPdfRenderer } from '../platform/pdf/index.ts';
import { CannotStart } from './cannot-start.ts';
import { type Closers, makeClosers } from './closers.ts';
import type { Opening } from './installation.ts';
import { clock, type OpenPortal, openLog, openPortal, startWork, untilEnd } from './open-portal.ts';
import { say } from './say.ts';

/**
 * Starts everything in the order in which it depends on each other, serves until `signal`, and stops in the reverse
 * order.
 * @param begun what is under way already: the database and the files for browsers; `onUp` hears that all has started
 */
export async function servePortal(
  config: Config,
  begun: {
    opening: Opening;
    sources: Promise<Bundle>;
    signal: Promise<NodeJS.Signals>;
    onUp: () => void;
    withJobs: boolean;
  },
): Promise<void> {
  const { opening, sources, signal, onUp, withJobs } = begun;
  const log = openLog(config);
  const closers = makeClosers((err) => log.error({ err }));
  try {
    const portal = await openPortal(config, log, closers, opening);
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
    if (withJobs) await startWork(portal, config, publicUrl, closers);

    onUp();
    welcome(portal, publicUrl);
    await untilEnd(signal, installation);
  } finally {
    await closers.closeAll();
  }
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
