import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '../support/database.ts';
import { PROGRAM } from '../support/program.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = await mkdtemp(path.join(tmpdir(), 'kundenportal-documents-'));
const inbox = path.join(folder, 'inbox');
await mkdir(inbox);
// registered before the database's own, which waits for every connection to end
let server: ChildProcess | undefined;
after(async () => {
  if (server?.exitCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

const database = await testDatabase();
const environment = {
  PATH: process.env.PATH ?? '',
  DATABASE_URL: database.appUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
  APP_KEY: 'a key of 32 characters for tests.',
};

const LONG_AGO = new Date(Date.now() - 60_000);
/** A PDF with the facts about it, as another system drops it; nobody has touched it for a while. */
async function drop(
  into: string,
  name: string,
  facts: Record<string, unknown>,
  pdf = `%PDF-1.4\n${name}\n%%EOF\n`,
) {
  const about = {
    customer: 'D100001',
    kind: 'invoice',
    date: '2025-12-01',
    net: '1,50',
    gross: '1,79',
    ...facts,
  };
  for (const [file, content] of [
    [`${name}.pdf`, pdf],
    [`${name}.json`, JSON.stringify(about)],
  ] as const) {
    await writeFile(path.join(into, file), content);
    await utimes(path.join(into, file), LONG_AGO, LONG_AGO);
  }
}
const numbers = async (prefix: string) =>
  (
    await database.owner.sql<{ number: string }>(
      'select number from document where number like $1 order by 1',
      [`${prefix}%`],
    )
  ).map(({ number }) => number);

it('takes a folder over by the command line; a second run finds everything known', async () => {
  const place = path.join(folder, 'old');
  await mkdir(place);
  await drop(place, 'a', { number: 'ALT-1' });
  await drop(place, 'b', { number: 'ALT-2', customer: 'D999999' });
  const run = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, 'documents', ...words], {
      cwd: root,
      encoding: 'utf8',
      env: environment,
    });
    return { status, said: stdout + stderr };
  };
  const first = run('import', place, '--clerk', 'Rita Feder');
  assert.equal(first.status, 1, first.said);
  assert.match(first.said, /a\.pdf: ALT-1 stored\nb\.pdf: refused\n {2}customer: /);
  assert.match(first.said, /1 taken over, 0 with a new state, 0 known already, 1 refused/);
  assert.match(
    run('import', place, '--clerk', 'Rita Feder').said,
    /0 taken over, 0 with a new state, 1 known already, 1 refused/,
  );
  assert.deepEqual(await numbers('ALT-'), ['ALT-1']);
  const [entry] = await database.owner.sql<{ actor_name: string }>(
    "select actor_name from audit_entry where object = 'ALT-1'",
  );
  assert.equal(entry?.actor_name, 'Rita Feder');
  for (const words of [['import'], ['export', place], ['import', path.join(folder, 'nowhere')]]) {
    const { status, said } = run(...words, '--clerk', 'Rita Feder');
    assert.deepEqual([status, /\n\s+at /.test(said)], [1, false], said);
  }
});

it('empties the drop folder of a portal that runs, and says why it does not take what it leaves', async () => {
  server = spawn(process.execPath, [...PROGRAM, 'serve'], {
    cwd: root,
    env: {
      ...environment,
      PORT: '0',
      BASE_URL: 'http://portal.test',
      DOCUMENTS_INBOX: inbox,
      DATA_DIR: path.join(folder, 'data'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (part: Buffer) => (said += part));
  await until(
    () => said.includes('Kundenportal:'),
    () => said,
  );
  await drop(inbox, 'good', { number: 'EINGANG-10' });
  await drop(inbox, 'hostile', { number: '../../etc/passwd', title: '<script>' });
  await drop(inbox, 'cut', { number: 'EINGANG-11' }, '%PDF-1.4 cut off');
  // the clock would do so within a minute
  await database.owner.sql("insert into pgboss.job (name, data) values ('documents.inbox', '{}')");
  await until(
    async () => (await readdir(inbox)).every((name) => !name.includes('.')),
    async () => `${await readdir(inbox)}\n${said}`,
  );
  assert.deepEqual(await numbers('EINGANG-'), ['EINGANG-10']);
  const [day = ''] = await readdir(path.join(inbox, 'done'));
  assert.deepEqual((await readdir(path.join(inbox, 'done', day))).sort(), ['good.json', 'good.pdf']);
  const failed = path.join(inbox, 'failed', day);
  assert.match(await readFile(path.join(failed, 'hostile.pdf.txt'), 'utf8'), /^hostile\.pdf\nnumber: /);
  assert.match(await readFile(path.join(failed, 'cut.pdf.txt'), 'utf8'), /^cut\.pdf\npdf: /);
});

/** Looks again and again, for as long as a start of the program may take on a busy machine. */
async function until(
  holds: () => boolean | Promise<boolean>,
  state: () => string | Promise<string>,
): Promise<void> {
  const bound = AbortSignal.timeout(90_000);
  while (!(await holds())) {
    if (bound.aborted) throw new Error(`Nothing happened:\n${await state()}`);
    await sleep(100);
  }
}
