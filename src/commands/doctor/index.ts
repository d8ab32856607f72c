import { parseArgs } from 'node:util';
import type { Config } from '../../config.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { CannotStart } from '../cannot-start.ts';
import { makeClosers } from '../closers.ts';
import { openServer, type Server } from '../installation.ts';
import { checkAudit } from './check-audit.ts';
import { checkConfiguration } from './check-configuration.ts';
import { checkDatabase, checkMigrations } from './check-database.ts';
import { checkClock, checkDisk } from './check-machine.ts';
import { checkMail } from './check-mail.ts';
import { checkQueues } from './check-queues.ts';
import { type Finding, findingsOf, reasonOf } from './finding.ts';

const USAGE = 'Usage: bin/portal doctor [--json] [--audit-head NUMBER:HASH]';

const now = () => Temporal.Now.instant();

/**
 * Looks at everything that an installation hangs on and says what it finds; changes nothing. Ends with 1 when something
 * keeps people from working, so that a monitor can ask it.
 */
export async function doctor(config: Config, words: readonly string[]): Promise<void> {
  const { json, head } = optionsOf(words);
  const closers = makeClosers(() => {});
  try {
    const findings = await examine(config, head, closers.add);
    const isFailed = findings.some(({ level }) => level === 'fail');
    process.stdout.write(json ? `${JSON.stringify({ ok: !isFailed, findings })}\n` : inLines(findings));
    if (isFailed) process.exitCode = 1;
  } finally {
    await closers.closeAll();
  }
}

function optionsOf(words: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { json: { type: 'boolean' }, 'audit-head': { type: 'string' } },
    });
    const typed = values['audit-head'];
    const head = /^(\d{1,15}):([\da-f]{64})$/.exec(typed ?? '');
    if (typed !== undefined && !head) throw new Error('The head is a number and a hash: 42:9f86d0…');
    return {
      json: values.json ?? false,
      head: head ? { id: Number(head[1]), hash: head[2] ?? '' } : undefined,
    };
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function examine(
  config: Config,
  head: { id: number; hash: string } | undefined,
  onOpen: (name: string, close: () => Promise<void>) => void,
): Promise<Finding[]> {
  const findings = [...checkConfiguration(config), ...(await checkDisk(config.dataDirectory))];
  const database = findingsOf('database');
  let server: Server;
  try {
    server = await openServer(config, () => {});
    onOpen('PostgreSQL', () => server.close());
  } catch (error) {
    return [...findings, database.fail(reasonOf(error))];
  }
  const owner = openDatabase({ url: server.ownerUrl, maxConnections: 1 });
  onOpen('owner', () => owner.close());
  const app = openDatabase({
    url: server.appUrl,
    ...(server.appRole ? { role: server.appRole } : {}),
    maxConnections: 1,
  });
  onOpen('portal', () => app.close());

  const reached = await tried('database', () => owner.sql('select 1').then(() => []));
  if (reached.length > 0) return [...findings, ...reached];
  const isDemo = config.databaseUrl === undefined;
  findings.push(...(await tried('migrations', () => checkMigrations(owner, isDemo))));
  const later: [string, () => Promise<Finding[]>][] = [
    ['database', () => checkDatabase(app, { connections: config.databaseConnections })],
    ['clock', () => checkClock(owner, now)],
    ['jobs', () => checkQueues(owner, now())],
    ['mail', () => checkMail(config.smtpUrl, owner)],
    ['audit', () => checkAudit(owner, now(), head)],
  ];
  for (const [check, look] of later) findings.push(...(await tried(check, look)));
  return findings;
}

/** A check that cannot be done is a finding, too. */
async function tried(check: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    return [findingsOf(check).fail(reasonOf(error))];
  }
}

function inLines(findings: readonly Finding[]): string {
  return findings
    .map(({ check, level, text }) => `${level.padEnd(5)} ${check.padEnd(14)} ${text}\n`)
    .join('');
}
