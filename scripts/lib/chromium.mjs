import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { nodeBinary, root } from './toolchain.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const wellKnown = [
  ...['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    names.map((name) => path.join(folder, name)),
  ),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium that runs: one that is there, else one that is installed for the purpose. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH names ${chosen}, which does not run.`);
  }
  const found = installed() ?? playwrights() ?? fromPlaywright() ?? fromSystem();
  if (found) return found;
  throw new Error('The tests need a Chromium and none could be installed. Install one or set CHROMIUM_PATH.');
}

function installed() {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...onPath, ...wellKnown].find(runs);
}

function playwrights() {
  const { chromium } = createRequire(path.join(root, 'package.json'))('playwright-core');
  const file = chromium.executablePath();
  return runs(file) ? file : undefined;
}

function fromPlaywright() {
  say('No Chromium found; asking Playwright for one …');
  const cli = path.join(root, 'node_modules/playwright-core/cli.js');
  const { status } = spawnSync(nodeBinary(), [cli, 'install', 'chromium'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 300_000,
  });
  return status === 0 ? playwrights() : undefined;
}

function fromSystem() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say('Playwright has none for this network or system; installing the package chromium …');
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const { status, stderr } = spawnSync('apt-get', ['-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) say(stderr.trim());
  }
  return installed();
}

/** Being there is not enough: on some systems the name is a stub that only points to a shop. */
function runs(file) {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
