import assert from 'node:assert/strict';
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { canReach } from './account.ts';
import { startEmbeddedPostgres } from './index.ts';
import { killHard, killRemaining, reportOf, startProgram } from './test-support/programs.ts';

// Any account will do that is neither root nor the one which PostgreSQL takes when root starts it.
const accounts = readFileSync('/etc/passwd', 'utf8').matchAll(/^(?!nobody:)[^:]+:[^:]*:([1-9]\d*):/gm);
const uid = Number(accounts.next().value?.[1] ?? 0);
const possible = process.getuid?.() === 0 && uid > 0 && canReach({ uid, gid: uid }, import.meta.dirname);

describe('the embedded PostgreSQL of an ordinary user', {
  skip: !possible && 'needs root to become another user',
}, () => {
  let home: string;
  let directory: string;

  before(() => {
    home = mkdtempSync(path.join(tmpdir(), 'home '));
    chownSync(home, uid, uid);
    directory = path.join(home, 'data', 'postgres');
  });
  after(async () => {
    await killRemaining();
    rmSync(home, { recursive: true, force: true });
  });

  it('belongs to that user, also when root opens it later', async () => {
    const program = startProgram(directory, { uid });
    const report = await reportOf(program);
    assert.equal(report.firstStart, true, report.message);
    assert.equal(statSync(path.join(directory, 'password')).uid, uid);
    await killHard(program);

    const openedByRoot = await startEmbeddedPostgres({ directory, durable: false });
    assert.equal(openedByRoot.firstStart, false);
    assert.equal(statSync(path.join(directory, 'cluster', 'postmaster.pid')).uid, uid);
    await openedByRoot.stop();

    const again = startProgram(directory, { uid });
    assert.equal((await reportOf(again)).error, undefined);
    await killHard(again);
  });
});
