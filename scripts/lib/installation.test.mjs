import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { whileAlone } from './install-lock.mjs';
import { installedIsLocked } from './installed-packages.mjs';
import { testEnvironment } from './test-environment.mjs';

describe('the installation', () => {
  let root;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'checkout-'));
    mkdirSync(path.join(root, 'node_modules'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const pg = { version: '8.1.0', integrity: 'sha512-a' };
  const lock = (packages) => save('package-lock.json', { packages: { '': {}, ...packages } });
  const installed = (packages) => save('node_modules/.package-lock.json', { packages });
  const save = (file, value) => writeFileSync(path.join(root, file), JSON.stringify(value));

  it('counts as missing until npm has finished one', () => {
    lock({ 'node_modules/pg': pg });
    assert.equal(installedIsLocked(root, { dev: false }), false);
    installed({ 'node_modules/pg': pg });
    assert.equal(installedIsLocked(root, { dev: false }), true);
  });

  it('is repeated when a package is missing, has another version or another content', () => {
    lock({ 'node_modules/pg': pg });
    for (const found of [
      {},
      { 'node_modules/pg': { ...pg, version: '8.2.0' } },
      { 'node_modules/pg': { ...pg, integrity: 'b' } },
    ]) {
      installed(found);
      assert.equal(installedIsLocked(root, { dev: false }), false);
    }
  });

  it('may lack what is for other systems, and on a server what is for development', () => {
    lock({
      'node_modules/pg': pg,
      'node_modules/for-mac': { ...pg, optional: true },
      'node_modules/tsc': { ...pg, dev: true },
    });
    installed({ 'node_modules/pg': pg });
    assert.equal(installedIsLocked(root, { dev: false }), true);
    assert.equal(installedIsLocked(root, { dev: true }), false);
  });

  it('happens one at a time', async () => {
    const order = [];
    const work = (name) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} ends`);
    };
    await Promise.all([whileAlone(root, work('first')), whileAlone(root, work('second'))]);
    assert.deepEqual(order, ['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('does not wait for one that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(path.join(root, '.install.lock'), `${pid}`);
    assert.equal(await whileAlone(root, async () => 'done'), 'done');
    assert.ok(!existsSync(path.join(root, '.install.lock')));
  });
});

describe('the environment of the tests', () => {
  it('keeps out what could lead to real data', () => {
    const outer = {
      PATH: '/bin',
      DATABASE_URL: 'postgres://real',
      SMTP_URL: 'smtp://real',
      PGHOST: 'real',
      TEST_URL: 'x',
    };
    assert.deepEqual(testEnvironment(outer, '/usr/bin/chromium'), {
      PATH: '/bin',
      TEST_URL: 'x',
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      CHROMIUM_PATH: '/usr/bin/chromium',
    });
  });
});
