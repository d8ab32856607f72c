/** `npm run bench`: measures the portal against its floors. */
import { ensureInstalled, finish, runTypeScript } from './lib/toolchain.mjs';

finish(ensureInstalled({ dev: true }).then(() => runTypeScript('bench/main.ts', process.argv.slice(2))));
