/** `npm run dev`: the portal, started anew whenever one of its files changes. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, finish, root, runPortal } from './lib/toolchain.mjs';

const watched = ['src', 'migrations', 'seeds'].map((folder) => path.join(root, folder)).filter(existsSync);

finish(
  ensureInstalled({ dev: true }).then(() =>
    runPortal(process.argv.slice(2), [
      '--watch',
      '--watch-preserve-output',
      ...watched.map((folder) => `--watch-path=${folder}`),
    ]),
  ),
);
