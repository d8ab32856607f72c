/** The tools this project brings along: its packages and its own Node. Runs on any Node since 20. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { whileAlone } from './install-lock.mjs';
import { installedIsLocked } from './installed-packages.mjs';

/** The folder of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const ownMajor = 26;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Installs the locked versions of all packages when what is there differs from the lock file.
 * @param {{ dev?: boolean }} options `dev`: the development tools must be there too.
 */
export async function ensureInstalled({ dev = false } = {}) {
  if (installedIsLocked(root, { dev })) return;
  await whileAlone(root, async () => {
    // Another process may have installed while we waited for it.
    if (!installedIsLocked(root, { dev })) await install(dev);
  });
  nodeBinary();
}

/** The path of the Node that runs the program, whatever Node runs this script. */
export function nodeBinary() {
  const { platform, arch } = process;
  for (const name of [`node-${platform}-${arch}`, `node-bin-${platform}-${arch}`]) {
    const binary = path.join(root, 'node_modules', name, 'bin/node');
    if (existsSync(binary)) return binary;
  }
  if (Number.parseInt(process.versions.node, 10) >= ownMajor) return process.execPath;
  throw new Error(
    `There is no Node ${ownMajor} package for ${platform}-${arch}; run this with Node ${ownMajor} or newer.`,
  );
}

/**
 * Runs the project's Node in the checkout, passes signals on to it and waits for its end.
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} options
 * @returns {Promise<number>} its exit code, as a shell would give it
 */
export function runNode(args, { env = process.env, cwd = root } = {}) {
  const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href;
  const child = spawn(nodeBinary(), ['--import', endWithParent, ...args], {
    cwd,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) onceOrphaned(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + signalNumber(signal)));
  });
}

/**
 * By itself V8 lets the heap grow into whatever memory the machine has before it cleans up, and keeps what it has freed.
 * The portal lives in 50 MB of it. A bounded heap that may hold half as much garbage again, and no free pages, keeps the
 * process below 200 MB; a nursery that holds what a few requests need keeps it fast (`npm run bench`: the two pull against
 * each other). Until the program is loaded there is nothing to clean up. An installation that needs more says so in
 * NODE_OPTIONS.
 */
const memoryOptions = process.env.NODE_OPTIONS?.includes('--max-old-space-size')
  ? []
  : [
      '--max-semi-space-size=8',
      '--initial-old-space-size=60',
      '--max-old-space-size=144',
      '--heap-growing-percent=50',
      '--memory-saver-mode',
    ];

/**
 * glibc keeps freed memory in an arena for each thread, and large blocks as well once one was freed: that of a password
 * hash is 19 MB. One arena and fixed thresholds give it back. Other C libraries do not know these variables.
 */
const memoryEnvironment = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
  ...process.env,
};

/** What Node imports before it can read TypeScript with markup. */
export const typescriptLoader = new URL('./typescript-loader.mjs', import.meta.url).href;

/** Runs the portal itself with command line arguments. */
export function runPortal(args, nodeOptions = []) {
  return runTypeScript('src/main.ts', args, [...memoryOptions, ...nodeOptions], memoryEnvironment);
}

/** Runs a file of the checkout. Node flags stay out of the arguments: what follows the file belongs to it. */
export function runTypeScript(file, args = [], nodeOptions = [], env = process.env) {
  return runNode([...nodeOptions, '--import', typescriptLoader, path.join(root, file), ...args], { env });
}

/** Ends a script: its exit code on success, one plain line on failure. */
export function finish(promise) {
  promise.then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
}

function install(dev) {
  const say = (text) => process.stderr.write(`${text}\n`);
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  say('Installing what the lock file names (about 400 MB on disk, once) …');
  const stillThere = setInterval(() => say(`  … still installing, ${seconds()}`), 5000);
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [
    'ci',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    ...(dev ? ['--include=dev'] : []),
  ];
  const child = spawn(npm[0], [...npm.slice(1), ...args], { cwd: root, stdio: ['ignore', 2, 2] });
  for (const signal of signals) process.once(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(stillThere);
      for (const signal of signals) process.removeAllListeners(signal);
      if (code !== 0) return reject(new Error('The installation failed; the lines above say why.'));
      say(`Installed in ${seconds()}.`);
      resolve();
    });
  });
}

/** npm passes SIGTERM to the shell between it and us, which dies of it without a word. */
function onceOrphaned(react) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    react();
  }, 200).unref();
}

function signalNumber(signal) {
  return { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0;
}
