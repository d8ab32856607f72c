import type { TestContext } from 'node:test';
import type { Hono } from 'hono';
import pino from 'pino';
import { createApp } from '../../src/app.ts';
import { allHandlers } from '../../src/jobs.ts';
import { type Assets, bundleAssets } from '../../src/platform/assets/index.ts';
import { findCarrier } from '../../src/platform/carrier/carrier.ts';
import { query } from '../../src/platform/db/database.ts';
import { type Mailer, openMailer } from '../../src/platform/mail/mail.ts';
import { openPdfRenderer } from '../../src/platform/pdf/index.ts';
import type { Services } from '../../src/web/index.ts';
import { type Client, clientOf } from './client.ts';
import { clockAt, type TestClock } from './clock.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { testJobs } from './jobs.ts';

export const APP_KEY = 'a key of 32 characters for tests.';

/** A letter that lies in the mailbox. */
export interface SentLetter {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The whole portal over a database of its own, at a time that stands still. */
export interface TestApp {
  readonly app: Hono;
  readonly services: Services;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly mailer: Mailer;
  /** A new browser. */
  client(): Client;
  /** Does all work that waits; answers how many jobs that were. */
  drain(): Promise<number>;
  /** Every letter that was sent, the oldest first. */
  letters(): Promise<SentLetter[]>;
}

let assets: Promise<Assets> | undefined;

/**
 * Builds the app as `main.ts` does. Ends with the test that is given, else with the file; see {@link testDatabase}.
 * @param options the time, a mail server, and whatever else of the services should be different
 */
export async function testApp(
  options: { at?: string; smtpUrl?: string; services?: Partial<Services> } = {},
  t?: Pick<TestContext, 'after'>,
): Promise<TestApp> {
  const database = await testDatabase(t);
  const jobs = await testJobs(database);
  const clock = clockAt(options.at);
  const db = database.app;
  const carrier = await findCarrier(db);
  if (!carrier) throw new Error('The template of the tests holds no carrier');
  assets ??= bundleAssets({ accent: carrier.accentColour });
  const pdf = openPdfRenderer();
  database.onEnd(() => pdf.close());
  const services: Services = {
    db,
    jobs,
    assets: await assets,
    carrier,
    pdf,
    log: pino({ level: 'silent' }),
    clock,
    appKey: APP_KEY,
    baseUrl: undefined,
    proxyHops: 0,
    isDemo: true,
    ...options.services,
  };
  const mailer = openMailer({ db, smtpUrl: options.smtpUrl, from: carrier.email, now: clock });
  database.onEnd(async () => mailer.close());
  const app = createApp(services);
  const handlers = allHandlers({ ...services, mailer, publicUrl: 'http://portal.test' });
  return {
    app,
    services,
    database,
    clock,
    mailer,
    client: () => clientOf(app),
    drain: () => jobs.drain(handlers),
    letters: () => lettersOf(database),
  };
}

async function lettersOf(database: TestDatabase): Promise<SentLetter[]> {
  const rows = await database.owner.all(
    query.selectFrom('mail').select(['recipient', 'subject', 'text_body', 'html_body']).orderBy('id'),
  );
  return rows.map(({ recipient, subject, text_body, html_body }) => ({
    recipient,
    subject,
    text: text_body ?? '',
    html: html_body ?? '',
  }));
}
