/** `npm run check`: format, lint, types, import directions. All run, also when one fails. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { environmentReads } from './lib/environment-reads.mjs';
import { importViolations } from './lib/import-directions.mjs';
import { ensureInstalled, finish, nodeBinary, root } from './lib/toolchain.mjs';

const browserCode = 'src/ui/client/tsconfig.json';

/** Each check returns its complaints; none means that it holds. */
const checks = {
  'format and lint': () => tool('@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'),
  'types of the server': () => tool('typescript/bin/tsc', '--noEmit'),
  'types in the browser': () => tool('typescript/bin/tsc', '--noEmit', '--project', browserCode),
  'import directions': () => importViolations(root).join('\n'),
  'environment read in one place': () => environmentReads(root).join('\n'),
};

finish(ensureInstalled({ dev: true }).then(runAll));

async function runAll() {
  if (!existsSync(path.join(root, browserCode))) delete checks['types in the browser'];
  const results = await Promise.all(Object.entries(checks).map(([name, check]) => run(name, check)));
  return results.every(Boolean) ? 0 : 1;
}

async function run(name, check) {
  const started = performance.now();
  const complaints = await check();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${complaints === '' ? '✔' : '✖'} ${name}  ${seconds} s\n`);
  if (complaints !== '') process.stdout.write(`${complaints.trimEnd()}\n\n`);
  return complaints === '';
}

/** What a tool of the project prints when it fails. */
async function tool(file, ...args) {
  const script = path.join(root, 'node_modules', file);
  const child = spawn(nodeBinary(), [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const output = await Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await ended;
  return code === 0 ? '' : output.join('') || `${file} ended with ${code}`;
}
