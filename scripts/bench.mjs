/** `npm run bench`: measures the portal against its floors. */
import path from 'node:path';
import { ensureInstalled, finish, root, runNode } from './lib/toolchain.mjs';

finish(
  ensureInstalled({ dev: true }).then(() =>
    runNode(['--import', 'tsx', path.join(root, 'bench/main.ts'), ...process.argv.slice(2)]),
  ),
);
