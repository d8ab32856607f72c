/** `npm test`: all tests, or those in the files and folders given as arguments. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { testEnvironment } from './lib/test-environment.mjs';
import { ensureInstalled, finish, root, runNode, typescriptLoader } from './lib/toolchain.mjs';

const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
const places = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));

finish(test());

async function test() {
  await ensureInstalled({ dev: true });
  const chromium = findChromium();
  const args = ['--import', typescriptLoader, '--test', '--test-randomize'];
  args.push('--test-global-setup=test/support/global-setup.ts');
  // The runner's own choice leaves one core to itself, which is half of a small machine.
  args.push(`--test-concurrency=${availableParallelism()}`);
  // Far more than any file needs: a test that hangs must not hang the run.
  args.push('--test-timeout=300000');
  args.push(
    `--test-reporter=${path.join(root, 'scripts/lib/failures-reporter.mjs')}`,
    '--test-reporter-destination=stdout',
  );
  const wanted = places.length > 0 ? places : ['src', 'test', 'scripts', 'seeds'];
  return runNode([...args, ...options, ...wanted.map(testsIn)], {
    env: testEnvironment(process.env, chromium),
  });
}

function testsIn(place) {
  const isFolder = statSync(path.join(root, place), { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? `${place.replace(/\/$/, '')}/**/*.test.{ts,tsx,mjs}` : place;
}
